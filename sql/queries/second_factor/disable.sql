SELECT vestibule_vault.disable_second_factor(?) AS done
