SELECT vestibule_vault.add_recovery_code(?, ?) AS done
