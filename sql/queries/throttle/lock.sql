-- Nobody else counts here until the transaction is over.
INSERT INTO throttles (id, failures, ends_at) VALUES (?, '', ?)
ON DUPLICATE KEY UPDATE ends_at = GREATEST(ends_at, VALUES(ends_at)) RETURNING failures
