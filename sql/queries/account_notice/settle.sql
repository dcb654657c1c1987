-- The same thing done again meanwhile is another, and still to be told.
DELETE FROM account_notices WHERE account_id = ? AND notice = ? AND at = ?
