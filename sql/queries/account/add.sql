INSERT INTO accounts (email, name, role, created_at) VALUES (?, ?, ?, ?)
