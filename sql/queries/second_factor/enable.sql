CALL vestibule_vault.enable_second_factor(?, ?, ?, ?, ?, ?)
