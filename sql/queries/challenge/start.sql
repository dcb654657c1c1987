INSERT INTO challenges (id, account_id, started_at, is_kept, browser) VALUES (?, ?, ?, ?, ?)
