-- Whoever changes how an account signs in holds its row, so that one cannot slip past the other.
SELECT id FROM accounts WHERE id = ? FOR UPDATE
