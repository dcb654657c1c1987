CALL vestibule_vault.claim_recovery_code(?, ?, ?, ?)
