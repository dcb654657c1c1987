-- What can only be opened or checked with a key, counted by key and kind. A seal that names no key is of none.
SELECT key_id, kind, COUNT(*) AS uses
FROM (
    SELECT vestibule_vault.key_of_seal(sealed_key) AS key_id, 'second-factor' AS kind FROM vestibule_vault.authenticators
    UNION ALL SELECT vestibule_vault.key_of_seal(sealed_key), 'enrolment' FROM vestibule_vault.enrolments
    UNION ALL SELECT vestibule_vault.key_of_hash(hash), 'password' FROM vestibule_vault.password_hashes
    UNION ALL SELECT key_id, 'recovery-set' FROM vestibule_vault.recovery_sets
) AS made
WHERE key_id IS NOT NULL
GROUP BY key_id, kind
