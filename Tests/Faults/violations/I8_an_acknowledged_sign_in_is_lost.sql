DELETE FROM audit WHERE event = 'signed-in' AND account_id = (SELECT id FROM accounts JOIN told_changes USING (email)
    WHERE event = 'signed-in' AND acknowledged > 0 AND unheard = 0 LIMIT 1) LIMIT 1;
