CALL vestibule_vault.claim_step(?, ?, ?)
