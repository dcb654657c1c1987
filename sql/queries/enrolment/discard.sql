SELECT vestibule_vault.discard_enrolment(?) AS done
