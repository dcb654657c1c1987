SELECT account_id, COUNT(*) FROM audit WHERE event = 'secret-damaged' GROUP BY account_id;
