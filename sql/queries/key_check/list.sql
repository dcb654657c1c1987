SELECT key_id, mac FROM key_checks
