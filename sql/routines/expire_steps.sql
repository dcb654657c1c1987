-- Forgets the steps before `oldest`. No clock is set back so far.
CREATE OR REPLACE PROCEDURE vestibule_vault.expire_steps(oldest BIGINT)
MODIFIES SQL DATA SQL SECURITY DEFINER
BEGIN
    DELETE FROM vestibule_vault.accepted_steps WHERE step < oldest;
    SELECT 1 AS done;
END
