-- Nobody keeps anything under the key while this is held.
SELECT key_id FROM key_checks WHERE key_id = ? FOR UPDATE
