SELECT vestibule_vault.enable_second_factor(?, ?, ?, ?, ?, ?) AS done
