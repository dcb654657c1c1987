CALL vestibule_vault.expire_steps(?)
