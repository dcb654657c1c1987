-- Sessions of those who have the latest million accounts, ten for each or as many as there are. Their ids spread over
-- all there could be, as hashes do, but come in order.
SET SESSION unique_checks = 0, foreign_key_checks = 0;
SET @latest = (SELECT MAX(id) FROM accounts), @now = UNIX_TIMESTAMP() * 1000000;

INSERT INTO sessions (id, lineage, account_id, started_at, last_seen_at, ends_at, is_kept, address, user_agent)
SELECT CONCAT(UNHEX(LPAD(HEX(seq * (18446744073709551615 DIV @COUNT@)), 16, '0')), REPEAT('x', 24)),
    UNHEX(LPAD(HEX(seq), 32, '0')), @latest - (seq - 1) DIV 10, @now + seq, @now + 3600000000, @now + 86400000000, FALSE,
    '127.0.0.1', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
FROM seq_1_to_@COUNT@;
