SET @account = (SELECT MIN(account_id) FROM vestibule_vault.recovery_codes WHERE used_at IS NOT NULL);
INSERT INTO audit (at, event, author_id, account_id, address, user_agent, request_id, ceremony)
SELECT 1, 'signed-in-by-recovery-code', NULL, @account, '', '', '', UNHEX(MD5(RAND()));
SET @used_by = (SELECT MIN(used_by) FROM vestibule_vault.recovery_codes WHERE account_id = @account);
UPDATE vestibule_vault.recovery_codes SET used_at = 1, used_by = @used_by
WHERE account_id = @account AND used_at IS NULL LIMIT 1;
