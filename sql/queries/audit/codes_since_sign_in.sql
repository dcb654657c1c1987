-- The last code that was refused after the account's last sign-in, in another challenge than the one named.
SELECT MAX(l.at) AS at
FROM audit l JOIN accounts a ON a.id = l.account_id
WHERE a.id = ? AND l.at > COALESCE(a.last_sign_in_at, 0)
    AND l.event IN ('code-refused', 'code-already-used', 'recovery-code-refused')
    AND l.detail LIKE 'challenge %' AND l.detail <> ?
