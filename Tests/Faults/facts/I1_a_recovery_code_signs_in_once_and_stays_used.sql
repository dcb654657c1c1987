-- Of its present set an account has as many used codes as it has sign-ins with one, and no two of one challenge.
SELECT account_id, used, challenges, sign_ins
FROM (
    SELECT s.account_id,
        (SELECT COUNT(*) FROM vestibule_vault.recovery_codes c
         WHERE c.account_id = s.account_id AND c.used_at IS NOT NULL) AS used,
        (SELECT COUNT(DISTINCT c.used_by) FROM vestibule_vault.recovery_codes c
         WHERE c.account_id = s.account_id) AS challenges,
        (SELECT COUNT(*) FROM audit a
         WHERE a.account_id = s.account_id AND a.event = 'signed-in-by-recovery-code' AND a.id > (
            SELECT MAX(m.id) FROM audit m
            WHERE m.account_id = s.account_id AND m.event IN ('second-factor-enabled', 'recovery-codes-regenerated')
         )) AS sign_ins
    FROM vestibule_vault.recovery_sets s
) AS sets
WHERE used <> sign_ins OR used <> challenges;
