UPDATE sessions SET is_outdated = TRUE WHERE account_id = ?
