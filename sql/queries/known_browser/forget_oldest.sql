-- Twenty browsers are enough for anybody; the one that signed in longest ago makes room.
DELETE FROM known_browsers WHERE account_id = ? AND seen_at < (
    SELECT seen_at FROM known_browsers WHERE account_id = ? ORDER BY seen_at DESC LIMIT 19, 1)
