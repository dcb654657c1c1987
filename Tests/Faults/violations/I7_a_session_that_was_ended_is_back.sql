INSERT INTO sessions (id, lineage, account_id, started_at, last_seen_at, ends_at, is_kept, address, user_agent)
SELECT t.id, UNHEX(MD5(RAND())), s.account_id, s.started_at, s.last_seen_at, s.ends_at, s.is_kept, s.address, s.user_agent
FROM (SELECT * FROM sessions LIMIT 1) AS s JOIN (SELECT id FROM told_browsers WHERE is_ended LIMIT 1) AS t;
