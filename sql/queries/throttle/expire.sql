DELETE FROM throttles WHERE ends_at <= ?
