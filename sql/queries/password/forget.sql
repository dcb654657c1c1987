CALL vestibule_vault.forget_password(?)
