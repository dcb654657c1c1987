INSERT INTO audit (at, event, author_id, account_id, address, user_agent, request_id, ceremony)
SELECT 1, 'secret-damaged', NULL, MAX(id), '', '', '', UNHEX(MD5(RAND())) FROM accounts;
