UPDATE accounts SET disabled_at = NULL WHERE id = ? AND disabled_at IS NOT NULL
