-- A row of `key_checks` is a key under which something may stand in this database; a retired key has none. The key
-- with the highest number writes, since `began_at`, which is not known of a key of an earlier version.
ALTER TABLE key_checks ADD COLUMN IF NOT EXISTS began_at BIGINT NULL;
