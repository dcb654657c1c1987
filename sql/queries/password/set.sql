CALL vestibule_vault.set_password(?, ?)
