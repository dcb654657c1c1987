UPDATE accounts SET role = ? WHERE id = ?
