INSERT INTO key_checks (key_id, mac) VALUES (?, ?)
