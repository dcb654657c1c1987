INSERT INTO audit (at, event, author_id, account_id, address, user_agent, request_id, ceremony)
SELECT 1, 'signed-in', NULL, id, '', '', '', UNHEX(MD5(RAND()))
FROM accounts JOIN told_changes USING (email) WHERE event = 'signed-in' AND unheard = 0 LIMIT 1;
