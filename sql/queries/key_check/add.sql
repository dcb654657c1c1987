INSERT INTO key_checks (key_id, mac, began_at) VALUES (?, ?, ?)
