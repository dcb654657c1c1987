-- How many second factors of people who may sign in were enabled in each week since a moment; week -1 is all before it.
SELECT week, SUM(people) AS people
FROM (
    SELECT IF(confirmed_at < ?, -1, (confirmed_at - ?) DIV 604800000000) AS week, COUNT(*) AS people
    FROM second_factors GROUP BY week
    UNION ALL
    SELECT IF(f.confirmed_at < ?, -1, (f.confirmed_at - ?) DIV 604800000000), -1
    FROM accounts a JOIN second_factors f ON f.account_id = a.id WHERE a.disabled_at IS NOT NULL
) counted
GROUP BY week
