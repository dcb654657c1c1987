DELETE FROM challenges WHERE id = ?
