SELECT EXISTS (
    SELECT 1 FROM known_browsers k JOIN accounts a ON a.id = k.account_id WHERE k.id = ? AND a.email = ?
) AS done
