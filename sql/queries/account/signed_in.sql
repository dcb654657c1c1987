UPDATE accounts SET last_sign_in_at = ? WHERE id = ?
