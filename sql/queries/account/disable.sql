UPDATE accounts SET disabled_at = ? WHERE id = ? AND disabled_at IS NULL
