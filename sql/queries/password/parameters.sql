CALL vestibule_vault.password_parameters(?)
