CALL vestibule_vault.enrolment(?, ?)
