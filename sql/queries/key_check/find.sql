SELECT key_id, mac, began_at FROM key_checks WHERE key_id = ?
