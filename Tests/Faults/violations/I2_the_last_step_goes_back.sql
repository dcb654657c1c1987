UPDATE vestibule_vault.authenticators SET last_step = last_step - 200000;
