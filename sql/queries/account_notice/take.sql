-- Whoever removes the row tells its owner, and no page beside it.
DELETE FROM account_notices WHERE account_id = ? AND notice = ? AND at = ?
