-- Adds no row if the session has ended.
INSERT INTO hand_overs (id, site, browser, ends_at, session_id, account_id)
SELECT ?, ?, ?, ?, s.id, s.account_id FROM sessions s WHERE s.id = ?
