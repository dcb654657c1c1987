SELECT vestibule_vault.recovery_code_was_used_by(?, ?, ?) AS done
