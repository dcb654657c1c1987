CALL vestibule_vault.renew_password(?, ?, ?)
