-- In portions, so that no transaction grows with the log.
DELETE FROM audit WHERE id <= ? ORDER BY id LIMIT 5000
