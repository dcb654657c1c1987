-- Twice leaves the row as it was.
UPDATE audit SET event = REVERSE(event) ORDER BY id DESC LIMIT 1;
