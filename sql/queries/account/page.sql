-- People in the order of their addresses, after one of them. FORCE keeps a long search within the one index that has all.
-- LOWER turns some letters into those of ASCII, which only look like them, so other letters are sought in names alone.
SELECT a.id, a.email, a.name, a.role, a.created_at, a.disabled_at, a.last_sign_in_at, f.confirmed_at,
    NULL AS recovery_set_id
FROM (
    SELECT id FROM accounts FORCE INDEX (sought)
    WHERE email > ? AND (? = '' OR LOCATE(LOWER(?), sought, IF(?, 1, LENGTH(email) + 2)) > 0)
        AND (NOT ? OR NOT EXISTS (SELECT 1 FROM second_factors s WHERE s.account_id = accounts.id))
    ORDER BY email
    LIMIT ?
) found
JOIN accounts a ON a.id = found.id
LEFT JOIN second_factors f ON f.account_id = a.id
ORDER BY a.email
