CALL vestibule_vault.show_enrolment(?, ?, ?)
