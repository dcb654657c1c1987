-- The enabled key of an account, sealed, and the database's clock.
CREATE OR REPLACE PROCEDURE vestibule_vault.authenticator(account BIGINT)
READS SQL DATA SQL SECURITY DEFINER
SELECT id, sealed_key, last_step, CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS SIGNED) AS server_time
FROM vestibule_vault.authenticators WHERE account_id = account
