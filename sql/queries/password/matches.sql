SELECT vestibule_vault.password_matches(?, ?) AS done
