-- Newest first, from a row on towards the past.
-- Equality would be looked up from the newest row on, however old the page; a range begins where the page does.
SELECT e.id, e.at, e.event, e.address, e.user_agent, e.request_id, e.node, e.detail,
    e.author_email, e.author_name, e.account_email, e.account_name
FROM (
    SELECT id, at
    FROM audit FORCE INDEX (by_event)
    WHERE event >= ? AND event <= ? AND at >= ? AND at <= ? AND (at < ? OR id < ?)
    ORDER BY event DESC, at DESC, id DESC
    LIMIT ?
) found
JOIN audit_entries e ON e.id = found.id
ORDER BY found.at DESC, found.id DESC
