-- One at a site for each of the many sessions, by whose id it goes.
SET SESSION unique_checks = 0, foreign_key_checks = 0;
SET @now = UNIX_TIMESTAMP() * 1000000;

INSERT INTO site_sessions (id, session_id, site, email, name, role, last_seen_at, ends_at)
SELECT id, id, 'https://site.example.test', email, 'Ada Lovelace', 'user', @now + 3600000000, @now + 86400000000
FROM (
    SELECT CONCAT(UNHEX(LPAD(HEX(seq * (18446744073709551615 DIV @COUNT@)), 16, '0')), REPEAT('x', 24)) AS id,
        CONCAT('bulk.', LPAD((seq - 1) DIV 10 + 1, 7, '0'), '@example.test') AS email
    FROM seq_1_to_@COUNT@
) sessions;
