INSERT INTO audit (at, event, author_id, account_id, address, user_agent, request_id, ceremony, detail)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
