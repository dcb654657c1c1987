-- The rows next to a row towards the present, newest first. A person is in it as whoever did something, or had it done to them.
-- Equality would be looked up from the newest row on, however old the page; a range begins where the page does.
SELECT e.id, e.at, e.event, e.address, e.user_agent, e.request_id, e.node, e.detail,
    e.author_email, e.author_name, e.account_email, e.account_name
FROM (
    (
        SELECT id, at
        FROM audit FORCE INDEX (by_account)
        WHERE account_id >= ? AND account_id <= ? AND at >= ? AND at <= ? AND (at > ? OR id > ?)
            AND (? IS NULL OR event = ?) AND (? IS NULL OR address = ?)
        ORDER BY account_id, at, id
        LIMIT ?
    )
    UNION
    (
        SELECT id, at
        FROM audit FORCE INDEX (by_author)
        WHERE author_id >= ? AND author_id <= ? AND at >= ? AND at <= ? AND (at > ? OR id > ?)
            AND (? IS NULL OR event = ?) AND (? IS NULL OR address = ?)
        ORDER BY author_id, at, id
        LIMIT ?
    )
    ORDER BY at, id
    LIMIT ?
) found
JOIN audit_entries e ON e.id = found.id
ORDER BY found.at DESC, found.id DESC
