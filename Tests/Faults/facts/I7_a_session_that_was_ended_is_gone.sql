SELECT s.account_id, HEX(LEFT(s.id, 4)) FROM sessions s JOIN told_browsers t ON t.id = s.id AND t.is_ended;
