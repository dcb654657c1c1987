SELECT vestibule_vault.claim_step(?, ?, ?) AS done
