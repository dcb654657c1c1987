INSERT INTO sessions (id, lineage, account_id, started_at, last_seen_at, ends_at, is_kept, address, user_agent)
SELECT UNHEX(SHA2(RAND(), 256)), UNHEX(MD5(RAND())), account_id, started_at, last_seen_at, ends_at, is_kept, address, user_agent
FROM sessions JOIN told_browsers USING (id) LIMIT 1;
