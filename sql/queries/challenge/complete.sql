UPDATE challenges SET completed_at = ?, session_id = ?, step = ? WHERE id = ? AND completed_at IS NULL
