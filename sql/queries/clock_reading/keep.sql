-- A code of no step leaves what the one before it said.
INSERT INTO clock_readings (account_id, at, node, steps, tried_at) VALUES (?, ?, ?, ?, ?)
ON DUPLICATE KEY UPDATE
    at = IF(VALUES(steps) IS NULL, at, VALUES(at)), node = IF(VALUES(steps) IS NULL, node, VALUES(node)),
    steps = COALESCE(VALUES(steps), steps), tried_at = VALUES(tried_at)
