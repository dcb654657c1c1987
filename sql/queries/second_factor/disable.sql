CALL vestibule_vault.disable_second_factor(?)
