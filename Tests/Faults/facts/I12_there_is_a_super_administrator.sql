SELECT COUNT(*) AS number FROM accounts WHERE role = 'super-admin' AND disabled_at IS NULL HAVING number = 0;
