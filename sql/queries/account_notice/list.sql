SELECT notice, at FROM account_notices WHERE account_id = ? ORDER BY at
