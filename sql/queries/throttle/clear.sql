DELETE FROM throttles WHERE id = ?
