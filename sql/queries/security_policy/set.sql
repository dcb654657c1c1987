UPDATE security_policy
SET requires_everyone = ?, requires_administrators = ?, session_lifetime_minutes = ?, audit_retention_days = ?
