SELECT COUNT(*) AS codes FROM audit
WHERE event IN ('code-refused', 'code-already-used', 'recovery-code-refused') AND at > ?
