CALL vestibule_vault.begin_enrolment(?, ?, ?, ?, ?)
