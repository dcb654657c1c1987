DELETE FROM known_browsers WHERE id = ? AND account_id = ?
