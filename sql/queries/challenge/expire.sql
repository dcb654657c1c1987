DELETE FROM challenges WHERE started_at <= ?
