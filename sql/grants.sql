-- What the web account may do. It reads no secret: of the vault it may only run the routines.
GRANT SELECT, INSERT ON vestibule.accounts TO vestibule_web@localhost;
GRANT UPDATE (name, role, disabled_at, last_sign_in_at) ON vestibule.accounts TO vestibule_web@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON vestibule.sessions TO vestibule_web@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON vestibule.challenges TO vestibule_web@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON vestibule.account_notices TO vestibule_web@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON vestibule.activations TO vestibule_web@localhost;
GRANT SELECT, UPDATE ON vestibule.security_policy TO vestibule_web@localhost;
GRANT SELECT, INSERT ON vestibule.audit TO vestibule_web@localhost;
GRANT SELECT, INSERT ON vestibule.audit_seals TO vestibule_web@localhost;
GRANT SELECT, INSERT ON vestibule.key_checks TO vestibule_web@localhost;
GRANT SELECT ON vestibule.audit_entries TO vestibule_web@localhost;
GRANT SELECT ON vestibule.second_factors TO vestibule_web@localhost;
GRANT SELECT ON vestibule.recovery_codes TO vestibule_web@localhost;
GRANT SELECT ON vestibule.passwords TO vestibule_web@localhost;
GRANT SELECT ON vestibule.enrolments TO vestibule_web@localhost;
GRANT SELECT ON vestibule.schema_versions TO vestibule_web@localhost;
GRANT EXECUTE ON vestibule_vault.* TO vestibule_web@localhost;
