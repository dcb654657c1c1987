UPDATE throttles SET failures = ? WHERE id = ?
