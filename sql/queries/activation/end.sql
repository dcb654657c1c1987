DELETE FROM activations WHERE account_id = ?
