-- A session without the sign-in that was written down in its transaction.
SELECT s.account_id, s.started_at, 0, 0
FROM sessions s
WHERE NOT EXISTS (
    SELECT 1 FROM audit a
    WHERE a.account_id = s.account_id AND a.at = s.started_at
        AND a.event IN ('signed-in', 'signed-in-by-totp', 'signed-in-by-recovery-code'))
UNION ALL
-- An account whose sessions are more or fewer than its sign-ins less its sign-outs. Whoever turns two-factor on or off
-- ends all sessions but one. Left out is who ends sessions in other ways, and who signed in by a clock that was wrong.
SELECT told.account_id, told.sign_ins, told.sign_outs, sessions.number
FROM (
    SELECT a.account_id, SUM(a.id > w.id AND a.event LIKE 'signed-in%') + MAX(w.id > 0) AS sign_ins,
        SUM(a.id > w.id AND a.event = 'signed-out') AS sign_outs
    FROM audit a
    JOIN (
        SELECT account_id, MAX(IF(event IN ('second-factor-enabled', 'second-factor-disabled'), id, 0)) AS id
        FROM audit GROUP BY account_id
    ) AS w ON w.account_id = a.account_id
    GROUP BY a.account_id
    HAVING SUM(a.event IN ('session-ended', 'sessions-ended', 'other-sessions-ended', 'second-factor-reset',
            'account-disabled', 'password-changed', 'password-chosen', 'password-reset', 'password-set')) = 0
        AND MAX(ABS(a.at DIV 1000000 - UNIX_TIMESTAMP())) < 20000
) AS told
JOIN (
    SELECT a.id AS account_id, COUNT(s.id) AS number
    FROM accounts a LEFT JOIN sessions s ON s.account_id = a.id GROUP BY a.id
) AS sessions ON sessions.account_id = told.account_id
WHERE sessions.number <> told.sign_ins - told.sign_outs;
