WITH kept (whose, id, at) AS (
    SELECT CONCAT(a.account_id), s.id, a.confirmed_at
    FROM vestibule_vault.authenticators a LEFT JOIN vestibule_vault.recovery_sets s ON s.account_id = a.account_id
    UNION ALL
    SELECT lineage, authenticator_id, started_at FROM vestibule_vault.enrolments
), told (whose, id, at) AS (
    SELECT CONCAT(account_id), recovery_set_id, confirmed_at FROM second_factors
    UNION ALL
    SELECT lineage, authenticator_id, started_at FROM enrolments
)
SELECT 'kept, not told', HEX(whose), HEX(id), at FROM (SELECT * FROM kept EXCEPT SELECT * FROM told) AS untold
UNION ALL
SELECT 'told, not kept', HEX(whose), HEX(id), at FROM (SELECT * FROM told EXCEPT SELECT * FROM kept) AS untrue;
