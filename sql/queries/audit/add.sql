INSERT INTO audit
    (at, event, author_id, account_id, address, user_agent, request_id, node, ceremony, detail, key_id, mac)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
