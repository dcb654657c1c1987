-- Whoever changes one setting keeps the others as they are now.
SELECT requires_everyone, requires_administrators, session_lifetime_minutes, audit_retention_days FROM security_policy FOR UPDATE
