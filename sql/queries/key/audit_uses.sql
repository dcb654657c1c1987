-- How many rows of the audit log, and how many of its seals, are verified with which key.
SELECT key_id, 'audit-row' AS kind, COUNT(*) AS uses FROM audit WHERE key_id > 0 GROUP BY key_id
UNION ALL SELECT key_id, 'audit-seal', COUNT(*) FROM audit_seals GROUP BY key_id
