-- Changes no row if it was exhausted before.
UPDATE challenges SET attempts = attempts + 1 WHERE id = ? AND attempts = 5 AND completed_at IS NULL
