SELECT COUNT(*) AS codes FROM recovery_codes WHERE account_id = ? AND used_at IS NULL
