-- One upgrade at a time, from however many hosts.
SELECT GET_LOCK('vestibule_schema', 60) = 1 AS done
