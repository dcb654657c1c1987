CALL vestibule_vault.replace_recovery_set(?, ?, ?, ?, ?, ?)
