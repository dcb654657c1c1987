CALL vestibule_vault.authenticator(?)
