-- One command changes the keys at a time, from however many hosts.
SELECT GET_LOCK('vestibule_keys', 5) = 1 AS done
