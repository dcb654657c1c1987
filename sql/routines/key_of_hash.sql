-- The number of the key with which this password hash was made; NULL for a hash of another system, which has none.
CREATE OR REPLACE FUNCTION vestibule_vault.key_of_hash(hash VARBINARY(255)) RETURNS BIGINT
DETERMINISTIC NO SQL SQL SECURITY INVOKER
RETURN IF(
    hash REGEXP '^[$]argon2id[$][^$]*[$][^$]*,keyid=[A-Za-z0-9+/]{6}[$]',
    CONV(HEX(FROM_BASE64(CONCAT(LEFT(SUBSTRING_INDEX(hash, ',keyid=', -1), 6), '=='))), 16, 10),
    NULL)
