CALL vestibule_vault.expire_enrolments(?)
