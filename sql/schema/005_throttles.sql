-- What keeps anybody from trying on and on, kept here so that all workers and hosts count together.

-- A row is something that may fail only so often. `id` is a hash of what it is: the codes of an account, its password, the
-- place from which passwords are tried. `failures` are the moments, 8 bytes each, in seconds.
CREATE TABLE IF NOT EXISTS throttles (
    id       BINARY(32)     NOT NULL PRIMARY KEY,
    failures VARBINARY(960) NOT NULL,
    ends_at  BIGINT         NOT NULL,
    INDEX (ends_at)
) ENGINE = InnoDB;

-- A row is a browser in which somebody passed every check before. It proves nothing, and is throttled apart, so that
-- strangers cannot keep an owner out. Only the hash of its cookie is kept, of which there is one for each account.
CREATE TABLE IF NOT EXISTS known_browsers (
    id         BINARY(32) NOT NULL PRIMARY KEY,
    account_id BIGINT     NOT NULL,
    seen_at    BIGINT     NOT NULL,
    INDEX (account_id, seen_at),
    INDEX (seen_at),
    FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- The known browser in which the challenge was begun; none in any other.
ALTER TABLE challenges ADD COLUMN IF NOT EXISTS browser BINARY(32) NULL;
