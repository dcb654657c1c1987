SELECT vestibule_vault.replace_recovery_set(?, ?, ?, ?, ?, ?) AS done
