-- Few rows: a purge that finds nothing to do writes none.
SELECT id, at, event, author_id, account_id, address, user_agent, request_id, node, ceremony, detail, key_id, mac
FROM audit
WHERE event = 'audit-purged'
