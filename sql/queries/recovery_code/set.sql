CALL vestibule_vault.recovery_set(?)
