-- Copies into a session who it is.
UPDATE sessions s JOIN accounts a ON a.id = s.account_id
SET s.email = a.email, s.name = a.name, s.role = a.role
WHERE s.id = ? AND a.disabled_at IS NULL
