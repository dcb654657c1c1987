-- Codes refused to who had given the password, over both kinds of code; those before a sign-in do not count.
WITH guesses AS (
    SELECT g.id, g.account_id, g.at,
        (SELECT COALESCE(MAX(s.id), 0) FROM audit s
         WHERE s.account_id = g.account_id AND s.id < g.id
            AND s.event IN ('signed-in-by-totp', 'signed-in-by-recovery-code')) AS since
    FROM audit g
    WHERE g.author_id IS NULL AND g.event IN ('code-refused', 'code-already-used', 'recovery-code-refused')
)
SELECT account_id, MAX(in_an_hour), MAX(in_a_day)
FROM (
    SELECT last.account_id, SUM(earlier.at > last.at - 3600000000) AS in_an_hour, COUNT(*) AS in_a_day
    FROM guesses last
    JOIN guesses earlier ON earlier.account_id = last.account_id AND earlier.id <= last.id AND earlier.id > last.since
        AND earlier.at > last.at - 86400000000
    GROUP BY last.account_id, last.id
) AS sums
WHERE in_an_hour > 10 OR in_a_day > 30
GROUP BY account_id;
