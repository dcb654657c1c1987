SELECT EXISTS (SELECT 1 FROM challenges WHERE id = ? AND step = ?) AS done
