SELECT vestibule_vault.claim_recovery_code(?, ?, ?, ?) AS done
