-- How many second factors of today were enabled in each week since a moment; those from before it are week -1.
SELECT IF(confirmed_at < ?, -1, (confirmed_at - ?) DIV 604800000000) AS week, COUNT(*) AS people
FROM second_factors
GROUP BY week
