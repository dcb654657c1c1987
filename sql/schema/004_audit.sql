-- The audit log is sealed: each row carries a MAC, and batches of rows are chained.

-- `mac` is made before the row is inserted, under the audit key `key_id`, over every column but `id`. A row of an
-- earlier version has none, and `key_id` 0. The indexes are those of the pages, newest first and by
-- key: after the order come the columns by which a page may be filtered further, so that nothing else is read.
ALTER TABLE audit
    MODIFY detail                   VARBINARY(1000) NOT NULL DEFAULT '',
    ADD COLUMN IF NOT EXISTS node   VARBINARY(64) NOT NULL DEFAULT '',
    ADD COLUMN IF NOT EXISTS key_id BIGINT        NOT NULL DEFAULT 0,
    ADD COLUMN IF NOT EXISTS mac    BINARY(32)    NOT NULL DEFAULT '',
    ADD INDEX IF NOT EXISTS by_time (at),
    ADD INDEX IF NOT EXISTS by_event (event, at),
    ADD INDEX IF NOT EXISTS by_address (address, at, id, event),
    ADD INDEX IF NOT EXISTS by_account (account_id, at, id, event, address),
    ADD INDEX IF NOT EXISTS by_author (author_id, at, id, event, address),
    DROP INDEX IF EXISTS account_id;

-- A row is a batch of the audit log that is closed: no row can be added to it, changed in it or removed from it
-- unnoticed. `present` has a bit for each id from `first_id` on, since ids have gaps; `digest` covers those rows;
-- `mac` covers this row, in which `previous` is the MAC of the seal before it.
CREATE TABLE IF NOT EXISTS audit_seals (
    number    BIGINT         NOT NULL PRIMARY KEY,
    previous  BINARY(32)     NOT NULL,
    first_id  BIGINT         NOT NULL,
    last_id   BIGINT         NOT NULL,
    present   VARBINARY(128) NOT NULL,
    digest    BINARY(32)     NOT NULL,
    sealed_at BIGINT         NOT NULL,
    key_id    BIGINT         NOT NULL,
    mac       BINARY(32)     NOT NULL
) ENGINE = InnoDB;

-- How long `vestibule audit purge` leaves rows where they are.
ALTER TABLE security_policy
    ADD COLUMN IF NOT EXISTS audit_retention_days INT NOT NULL DEFAULT 365
        CHECK (audit_retention_days BETWEEN 30 AND 36500);
