-- A session has one cookie at a site: a new one takes the place of the one before.
INSERT INTO site_sessions (id, session_id, site, role, second_factor_at)
SELECT ?, s.id, ?, a.role, s.second_factor_at
FROM sessions s JOIN accounts a ON a.id = s.account_id
WHERE s.id = ? AND a.disabled_at IS NULL
ON DUPLICATE KEY UPDATE id = VALUES(id), role = VALUES(role), second_factor_at = VALUES(second_factor_at)
