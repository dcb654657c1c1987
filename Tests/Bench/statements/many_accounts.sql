-- A million accounts with passwords that nobody knows. Whatever comes in the order of the indexes is written fast.
SET SESSION unique_checks = 0, foreign_key_checks = 0;
SET @first = (SELECT COALESCE(MAX(id), 0) FROM accounts);

INSERT INTO accounts (id, email, name, role, created_at)
SELECT @first + seq, CONCAT('bulk.', LPAD(seq, 7, '0'), '@example.test'), 'Ada Lovelace', 'user', UNIX_TIMESTAMP() * 1000000
FROM seq_1_to_1000000;

INSERT INTO vestibule_vault.password_hashes (account_id, hash)
SELECT @first + seq, CONCAT('$argon2id$v=19$m=19456,t=2,p=1,keyid=AAAAAQ$', TO_BASE64(UNHEX(MD5(seq))), '$', TO_BASE64(UNHEX(SHA2(seq, 256))))
FROM seq_1_to_1000000;
