DELETE FROM known_browsers WHERE seen_at <= ?
