DELETE FROM key_checks WHERE key_id = ?
