-- Whoever demotes or disables one waits here, so that two at once cannot remove the last.
SELECT id FROM accounts WHERE role = 'super-admin' AND disabled_at IS NULL FOR UPDATE
