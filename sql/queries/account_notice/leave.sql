INSERT INTO account_notices (account_id, notice, at) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE at = VALUES(at)
