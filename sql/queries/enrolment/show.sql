SELECT vestibule_vault.show_enrolment(?, ?, ?) AS done
