-- What is: people, their browsers, and what happened. Everything that identifies somebody is bytes, so that no
-- collation decides who it is. Moments are microseconds since 1970 UTC.

-- A row is somebody who may sign in. `email` is canonical: trimmed, lower case, ASCII.
CREATE TABLE IF NOT EXISTS accounts (
    id              BIGINT          NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email           VARBINARY(254)  NOT NULL UNIQUE,
    name            VARCHAR(200)    NOT NULL,
    role            VARBINARY(16)   NOT NULL CHECK (role IN ('user', 'admin', 'it-admin', 'super-admin')),
    created_at      BIGINT          NOT NULL,
    disabled_at     BIGINT          NULL,
    last_sign_in_at BIGINT          NULL,
    INDEX (role)
) ENGINE = InnoDB;

-- A row is a signed-in browser. Only the hash of its cookie is kept; `lineage` stays when the cookie is renewed.
CREATE TABLE IF NOT EXISTS sessions (
    id               BINARY(32)     NOT NULL PRIMARY KEY,
    lineage          BINARY(16)     NOT NULL UNIQUE,
    account_id       BIGINT         NOT NULL,
    started_at       BIGINT         NOT NULL,
    last_seen_at     BIGINT         NOT NULL,
    ends_at          BIGINT         NOT NULL,
    is_kept          BOOLEAN        NOT NULL,
    second_factor    VARBINARY(16)  NULL CHECK (second_factor IN ('totp', 'recovery-code')),
    second_factor_at BIGINT         NULL,
    address          VARBINARY(45)  NOT NULL,
    user_agent       VARBINARY(255) NOT NULL,
    notice           VARBINARY(32)  NULL,
    CHECK ((second_factor IS NULL) = (second_factor_at IS NULL)),
    INDEX (account_id, started_at),
    INDEX (ends_at),
    FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- A row is a browser whose owner gave the right password and still owes the second factor.
-- `step` is that of the code which completed it, so that a doubled post lands where the first one did.
CREATE TABLE IF NOT EXISTS challenges (
    id           BINARY(32) NOT NULL PRIMARY KEY,
    account_id   BIGINT     NOT NULL,
    started_at   BIGINT     NOT NULL,
    is_kept      BOOLEAN    NOT NULL,
    attempts     TINYINT    NOT NULL DEFAULT 0,
    completed_at BIGINT     NULL,
    step         BIGINT     NULL,
    INDEX (account_id),
    INDEX (started_at),
    FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- What the organisation has decided; always one row.
CREATE TABLE IF NOT EXISTS security_policy (
    id                       TINYINT NOT NULL PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    requires_everyone        BOOLEAN NOT NULL DEFAULT FALSE,
    requires_administrators  BOOLEAN NOT NULL DEFAULT FALSE,
    session_lifetime_minutes INT     NOT NULL DEFAULT 480 CHECK (session_lifetime_minutes BETWEEN 5 AND 43200)
) ENGINE = InnoDB;
INSERT IGNORE INTO security_policy (id) VALUES (1);

-- A row is something that happened. It is written in the transaction of the change, and never changed.
-- `ceremony` names that transaction: whether its commit was kept is asked by it.
CREATE TABLE IF NOT EXISTS audit (
    id         BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
    at         BIGINT         NOT NULL,
    event      VARBINARY(40)  NOT NULL,
    author_id  BIGINT         NULL,
    account_id BIGINT         NULL,
    address    VARBINARY(45)  NOT NULL,
    user_agent VARBINARY(255) NOT NULL,
    request_id VARBINARY(32)  NOT NULL,
    ceremony   BINARY(16)     NOT NULL UNIQUE,
    detail     VARBINARY(500) NOT NULL DEFAULT '',
    INDEX (account_id, id)
) ENGINE = InnoDB;

-- Proves that the key ring is the one under which this database was written.
CREATE TABLE IF NOT EXISTS key_checks (
    key_id BIGINT     NOT NULL PRIMARY KEY,
    mac    BINARY(32) NOT NULL
) ENGINE = InnoDB;
