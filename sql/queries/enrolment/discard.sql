CALL vestibule_vault.discard_enrolment(?)
