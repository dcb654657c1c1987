SELECT at, event, address FROM audit WHERE account_id = ? ORDER BY id DESC LIMIT 10
