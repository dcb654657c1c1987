-- Whoever begins one in another known browser, or in none, is left alone.
DELETE FROM challenges WHERE account_id = ? AND browser <=> ?
