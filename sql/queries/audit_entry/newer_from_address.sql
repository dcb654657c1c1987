-- The rows next to a row towards the present, newest first.
-- Equality would be looked up from the newest row on, however old the page; a range begins where the page does.
SELECT e.id, e.at, e.event, e.address, e.user_agent, e.request_id, e.node, e.detail,
    e.author_email, e.author_name, e.account_email, e.account_name
FROM (
    SELECT id, at
    FROM audit FORCE INDEX (by_address)
    WHERE address >= ? AND address <= ? AND at >= ? AND at <= ? AND (at > ? OR id > ?)
        AND (? IS NULL OR event = ?)
    ORDER BY address, at, id
    LIMIT ?
) found
JOIN audit_entries e ON e.id = found.id
ORDER BY found.at DESC, found.id DESC
