SELECT EXISTS (SELECT 1 FROM second_factors WHERE account_id = ?) AS done
