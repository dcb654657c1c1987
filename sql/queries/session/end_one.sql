-- Only a session of the same account, whatever was asked for.
DELETE FROM sessions WHERE lineage = ? AND account_id = ?
