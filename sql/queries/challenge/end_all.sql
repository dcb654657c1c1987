DELETE FROM challenges WHERE account_id = ?
