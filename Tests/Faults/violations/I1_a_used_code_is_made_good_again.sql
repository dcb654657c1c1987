UPDATE vestibule_vault.recovery_codes SET used_at = NULL, used_by = NULL WHERE used_at IS NOT NULL LIMIT 1;
