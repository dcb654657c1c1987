-- What the database's clock says, beside each of the latest readings of one host; in a row of its own where there is none.
SELECT CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS SIGNED) AS server_time, r.steps
FROM (SELECT 1) one LEFT JOIN (
    SELECT steps FROM clock_readings WHERE node = ? AND at > ? AND at <= ? AND steps IS NOT NULL ORDER BY at DESC LIMIT ?
) r ON TRUE
