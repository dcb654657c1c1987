CALL vestibule_vault.add_recovery_code(?, ?)
