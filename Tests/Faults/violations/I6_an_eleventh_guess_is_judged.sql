INSERT INTO audit (at, event, author_id, account_id, address, user_agent, request_id, ceremony)
SELECT number.seq, 'code-refused', NULL, (SELECT MAX(id) FROM accounts), '', '', '', UNHEX(MD5(number.seq))
FROM seq_1_to_11 AS number;
