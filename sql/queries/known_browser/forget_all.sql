DELETE FROM known_browsers WHERE account_id = ?
