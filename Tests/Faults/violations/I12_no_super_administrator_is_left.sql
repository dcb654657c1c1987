UPDATE accounts SET disabled_at = 1 WHERE role = 'super-admin';
