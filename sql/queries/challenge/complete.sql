UPDATE challenges SET completed_at = ?, step = ? WHERE id = ? AND completed_at IS NULL
