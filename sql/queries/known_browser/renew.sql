UPDATE known_browsers SET id = ? WHERE id = ?
