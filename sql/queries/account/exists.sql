SELECT EXISTS (SELECT 1 FROM accounts) AS any_account
