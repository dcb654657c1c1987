CALL vestibule_vault.password_matches(?, ?)
