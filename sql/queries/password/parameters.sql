SELECT vestibule_vault.password_parameters(?) AS parameters
