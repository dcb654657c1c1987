UPDATE throttles SET failures = ?, ends_at = GREATEST(ends_at, ?) WHERE id = ?
