-- A session that is over, by inactivity or by age, or whose account is disabled, is none.
SELECT s.lineage, s.is_kept, s.is_outdated, s.last_seen_at, s.second_factor_at, s.notice,
    p.requires_everyone, p.requires_administrators, p.session_lifetime_minutes, p.audit_retention_days,
    a.id, a.email, a.name, a.role, f.confirmed_at, f.recovery_set_id, e.authenticator_id,
    EXISTS (SELECT 1 FROM account_notices n WHERE n.account_id = a.id) AS is_to_be_told
FROM sessions s
JOIN accounts a ON a.id = s.account_id
JOIN security_policy p ON p.id = 1
LEFT JOIN second_factors f ON f.account_id = a.id
LEFT JOIN enrolments e ON e.lineage = s.lineage AND e.started_at > ?
WHERE s.id = ? AND s.ends_at > ? AND s.last_seen_at > ? - p.session_lifetime_minutes * 60000000
    AND a.disabled_at IS NULL
