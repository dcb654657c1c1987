SELECT EXISTS (SELECT 1 FROM sessions WHERE id = ?) AS done
