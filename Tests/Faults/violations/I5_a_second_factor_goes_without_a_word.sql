DELETE FROM vestibule_vault.authenticators LIMIT 1;
