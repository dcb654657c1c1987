-- Twenty browsers are enough for anybody; the one that signed in longest ago makes room.
DELETE FROM known_browsers WHERE account_id = ? AND id NOT IN (
    SELECT id FROM (SELECT id FROM known_browsers WHERE account_id = ? ORDER BY seen_at DESC LIMIT 20) AS newest)
