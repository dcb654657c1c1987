INSERT INTO activations (account_id, id, ends_at) VALUES (?, ?, ?)
ON DUPLICATE KEY UPDATE id = VALUES(id), ends_at = VALUES(ends_at)
