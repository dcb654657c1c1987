SELECT vestibule_vault.renew_password(?, ?, ?) AS done
