DELETE FROM vestibule_vault.recovery_codes LIMIT 1;
