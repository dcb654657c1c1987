-- People who are signed in, each in a browser that the site knows by a token. They count as seen for as long as the bench
-- lasts: what is measured is not the check that has to write that down, which is one a minute.
CREATE TEMPORARY TABLE browsers (pass BINARY(32) NOT NULL, session BINARY(32) NOT NULL, email VARBINARY(254) NOT NULL);
INSERT INTO browsers VALUES @BROWSERS@;
SET @now = UNIX_TIMESTAMP() * 1000000;

INSERT INTO accounts (email, name, role, created_at)
SELECT email, 'Ada Lovelace', 'user', @now FROM browsers;

INSERT INTO sessions (id, lineage, account_id, started_at, last_seen_at, ends_at, is_kept, address, user_agent)
SELECT b.session, LEFT(b.session, 16), a.id, @now, @now + 3600000000, @now + 86400000000, FALSE, '127.0.0.1', 'bench'
FROM browsers b JOIN accounts a ON a.email = b.email;

INSERT INTO site_sessions (id, session_id, site, email, name, role, last_seen_at, ends_at)
SELECT b.pass, s.id, '@SITE@', b.email, 'Ada Lovelace', 'user', s.last_seen_at, s.ends_at
FROM browsers b JOIN sessions s ON s.id = b.session;
