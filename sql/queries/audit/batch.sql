-- In the order of ids, which is that of the seals.
SELECT id, at, event, author_id, account_id, address, user_agent, request_id, node, ceremony, detail, key_id, mac
FROM audit
WHERE id > ? AND id <= ?
ORDER BY id
LIMIT 1024
