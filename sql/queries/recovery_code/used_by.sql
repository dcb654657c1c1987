CALL vestibule_vault.recovery_code_used_by(?, ?)
