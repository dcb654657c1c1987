-- What administrators do for people: one-time links, and what the person concerned is to be told.

-- A row is a link by which its holder may choose the account's password, once. Only the hash of its token is kept,
-- and an account has one at most: a new link ends the one before.
CREATE TABLE IF NOT EXISTS activations (
    account_id BIGINT     NOT NULL PRIMARY KEY,
    id         BINARY(32) NOT NULL UNIQUE,
    ends_at    BIGINT     NOT NULL,
    INDEX (ends_at),
    FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- A row is something that somebody else did to an account, and of which its owner has not been told yet.
CREATE TABLE IF NOT EXISTS account_notices (
    account_id BIGINT        NOT NULL,
    notice     VARBINARY(32) NOT NULL,
    at         BIGINT        NOT NULL,
    PRIMARY KEY (account_id, notice),
    FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- The console's first page counts who enabled a second factor when, and who has used recovery codes.
ALTER TABLE vestibule_vault.authenticators ADD INDEX IF NOT EXISTS confirmed (confirmed_at);
ALTER TABLE vestibule_vault.recovery_codes ADD INDEX IF NOT EXISTS used (used_at, account_id);

-- What the search for people looks through, in the order in which they are listed: a page reads this index alone.
ALTER TABLE accounts
    ADD COLUMN IF NOT EXISTS sought VARBINARY(1060)
        AS (LOWER(CONCAT(CONVERT(email USING utf8mb4), ' ', name))) PERSISTENT,
    ADD INDEX IF NOT EXISTS sought (email, sought),
    ADD INDEX IF NOT EXISTS disabled (disabled_at);

-- A session whose owner has another role than when its cookie was made gets a new cookie with the next page.
ALTER TABLE sessions ADD COLUMN IF NOT EXISTS is_outdated BOOLEAN NOT NULL DEFAULT FALSE;
