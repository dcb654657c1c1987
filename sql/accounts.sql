-- The two schemas and the three accounts, made by whoever administers the server. Running it again gives
-- the accounts the passwords written here. Replace each @…@ before the server reads it.

CREATE DATABASE IF NOT EXISTS vestibule CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE DATABASE IF NOT EXISTS vestibule_vault CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Owns the schemas and is the definer of the vault's routines.
CREATE USER IF NOT EXISTS vestibule_migrate@localhost IDENTIFIED BY '@MIGRATE_PASSWORD@';
ALTER USER vestibule_migrate@localhost IDENTIFIED BY '@MIGRATE_PASSWORD@';
GRANT ALL ON vestibule.* TO vestibule_migrate@localhost WITH GRANT OPTION;
GRANT ALL ON vestibule_vault.* TO vestibule_migrate@localhost WITH GRANT OPTION;

-- Answers requests. What it may do is in grants.sql, which every migration applies.
CREATE USER IF NOT EXISTS vestibule_web@localhost IDENTIFIED BY '@WEB_PASSWORD@';
ALTER USER vestibule_web@localhost IDENTIFIED BY '@WEB_PASSWORD@';

-- Reads everything and changes nothing.
CREATE USER IF NOT EXISTS vestibule_backup@localhost IDENTIFIED BY '@BACKUP_PASSWORD@';
ALTER USER vestibule_backup@localhost IDENTIFIED BY '@BACKUP_PASSWORD@';
GRANT SELECT, LOCK TABLES, SHOW VIEW ON vestibule.* TO vestibule_backup@localhost;
GRANT SELECT, LOCK TABLES, SHOW VIEW ON vestibule_vault.* TO vestibule_backup@localhost;
