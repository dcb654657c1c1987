-- Changes no row if the key was confirmed or thrown away meanwhile.
UPDATE vestibule_vault.enrolments SET sealed_key = ? WHERE authenticator_id = ? AND sealed_key = ?
