-- Nobody else counts here until the transaction is over.
INSERT INTO throttles (id, failures, ends_at) VALUES (?, '', ?) ON DUPLICATE KEY UPDATE id = VALUES(id) RETURNING failures
