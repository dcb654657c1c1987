-- The number of the key that sealed this; NULL for what is no sealed secret.
CREATE OR REPLACE FUNCTION vestibule_vault.key_of_seal(sealed VARBINARY(255)) RETURNS BIGINT
DETERMINISTIC NO SQL SQL SECURITY INVOKER
RETURN IF(LEFT(sealed, 1) = 0x01 AND LENGTH(sealed) > 5, CONV(HEX(SUBSTRING(sealed, 2, 4)), 16, 10), NULL)
