SELECT EXISTS (SELECT 1 FROM audit WHERE ceremony = ?) AS done
