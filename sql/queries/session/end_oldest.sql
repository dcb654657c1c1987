-- Fifty browsers are enough for anybody; the one that signed in longest ago makes room.
DELETE FROM sessions WHERE account_id = ? AND started_at < (
    SELECT started_at FROM sessions WHERE account_id = ? ORDER BY started_at DESC LIMIT 49, 1)
