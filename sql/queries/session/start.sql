INSERT INTO sessions (id, lineage, account_id, started_at, last_seen_at, ends_at, is_kept,
    second_factor, second_factor_at, address, user_agent, notice)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
