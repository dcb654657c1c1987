ALTER USER vestibule_web@localhost WITH MAX_USER_CONNECTIONS 0;
