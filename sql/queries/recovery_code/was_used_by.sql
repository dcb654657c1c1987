CALL vestibule_vault.recovery_code_was_used_by(?, ?, ?)
