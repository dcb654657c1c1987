CALL vestibule_vault.heal_step(?, ?)
