UPDATE second_factors SET confirmed_at = confirmed_at + 1 LIMIT 1;
