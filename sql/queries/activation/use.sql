-- Whoever removes the row has used the link: it is good once.
DELETE FROM activations WHERE id = ? AND ends_at > ?
