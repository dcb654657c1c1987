-- The same for whoever signs in, who must not have been disabled since the password was judged.
SELECT id FROM accounts WHERE id = ? AND disabled_at IS NULL FOR UPDATE
