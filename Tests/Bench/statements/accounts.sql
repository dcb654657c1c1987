-- People for whom nobody types a password: they come after whoever is there already.
INSERT INTO accounts (email, name, role, created_at)
SELECT CONCAT('bench.', n.seq, '@example.test'), 'Ada Lovelace', 'user', @now
FROM seq_1_to_@COUNT@ n
