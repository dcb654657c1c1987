SELECT vestibule_vault.begin_enrolment(?, ?, ?, ?, ?) AS done
