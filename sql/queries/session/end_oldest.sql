-- Fifty browsers are enough for anybody; the one that signed in longest ago makes room.
DELETE FROM sessions WHERE account_id = ? AND id NOT IN (
    SELECT id FROM (SELECT id FROM sessions WHERE account_id = ? ORDER BY started_at DESC LIMIT 50) AS newest)
