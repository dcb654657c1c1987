-- Changes no row if the second factor was removed meanwhile, or is another one.
UPDATE vestibule_vault.authenticators SET sealed_key = ? WHERE id = ? AND sealed_key = ?
