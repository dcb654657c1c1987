SELECT vestibule_vault.expire_enrolments(?) AS done
