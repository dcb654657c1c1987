CALL vestibule_vault.make_recovery_set(?, ?, ?, ?, ?)
