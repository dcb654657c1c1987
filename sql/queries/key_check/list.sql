SELECT key_id, mac, began_at FROM key_checks ORDER BY key_id
