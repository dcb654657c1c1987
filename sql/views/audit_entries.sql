-- The audit log as it is read: who, and whose account, by address and name.
CREATE OR REPLACE ALGORITHM = MERGE SQL SECURITY DEFINER VIEW vestibule.audit_entries AS
SELECT a.id, a.at, a.event, a.address, a.user_agent, a.request_id, a.node, a.detail,
    w.email AS author_email, w.name AS author_name, t.email AS account_email, t.name AS account_name
FROM vestibule.audit a
LEFT JOIN vestibule.accounts w ON w.id = a.author_id
LEFT JOIN vestibule.accounts t ON t.id = a.account_id
