-- The rows next to a row towards the present, newest first.
SELECT e.id, e.at, e.event, e.address, e.user_agent, e.request_id, e.node, e.detail,
    e.author_email, e.author_name, e.account_email, e.account_name
FROM (
    SELECT id, at
    FROM audit FORCE INDEX (by_time)
    WHERE at >= ? AND at <= ? AND (at > ? OR id > ?)
    ORDER BY at, id
    LIMIT ?
) found
JOIN audit_entries e ON e.id = found.id
ORDER BY found.at DESC, found.id DESC
