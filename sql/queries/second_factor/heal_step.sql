SELECT vestibule_vault.heal_step(?, ?) AS done
