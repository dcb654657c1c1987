SELECT vestibule_vault.make_recovery_set(?, ?, ?, ?, ?) AS done
