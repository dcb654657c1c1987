DELETE FROM activations WHERE ends_at <= ?
