SELECT vestibule_vault.set_password(?, ?) AS done
