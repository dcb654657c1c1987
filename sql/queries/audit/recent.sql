SELECT at, event, address FROM audit WHERE account_id = ? ORDER BY at DESC, id DESC LIMIT 10
