-- What must not be read: reached only through the routines of this schema.

-- A password as Argon2id in PHC format, its verifier keyed by a key outside the database; or as another system
-- hashed it, until its owner's first sign-in.
CREATE TABLE IF NOT EXISTS vestibule_vault.password_hashes (
    account_id BIGINT         NOT NULL PRIMARY KEY,
    hash       VARBINARY(255) NOT NULL,
    FOREIGN KEY (account_id) REFERENCES vestibule.accounts (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- A row is a key that was shown to one browser and is not yet confirmed. It protects nothing.
CREATE TABLE IF NOT EXISTS vestibule_vault.enrolments (
    lineage          BINARY(16)     NOT NULL PRIMARY KEY,
    account_id       BIGINT         NOT NULL,
    authenticator_id BINARY(16)     NOT NULL,
    sealed_key       VARBINARY(255) NOT NULL,
    started_at       BIGINT         NOT NULL,
    shown_at         BIGINT         NULL,
    INDEX (account_id),
    INDEX (started_at),
    FOREIGN KEY (lineage) REFERENCES vestibule.sessions (lineage) ON DELETE CASCADE,
    FOREIGN KEY (account_id) REFERENCES vestibule.accounts (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- A row is an enabled second factor. `last_step` is the latest time step whose code was accepted.
CREATE TABLE IF NOT EXISTS vestibule_vault.authenticators (
    account_id   BIGINT         NOT NULL PRIMARY KEY,
    id           BINARY(16)     NOT NULL UNIQUE,
    sealed_key   VARBINARY(255) NOT NULL,
    last_step    BIGINT         NOT NULL,
    confirmed_at BIGINT         NOT NULL,
    FOREIGN KEY (account_id) REFERENCES vestibule.accounts (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- The one set of recovery codes of an account: what its codes were hashed with.
CREATE TABLE IF NOT EXISTS vestibule_vault.recovery_sets (
    account_id BIGINT     NOT NULL PRIMARY KEY,
    id         BINARY(16) NOT NULL UNIQUE,
    salt       BINARY(16) NOT NULL,
    key_id     BIGINT     NOT NULL,
    made_at    BIGINT     NOT NULL,
    FOREIGN KEY (account_id) REFERENCES vestibule_vault.authenticators (account_id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- A row is a recovery code; a used one stays until its set is replaced, and says which challenge used it.
CREATE TABLE IF NOT EXISTS vestibule_vault.recovery_codes (
    account_id BIGINT     NOT NULL,
    hash       BINARY(32) NOT NULL,
    used_at    BIGINT     NULL,
    used_by    BINARY(32) NULL,
    PRIMARY KEY (account_id, hash),
    CHECK ((used_at IS NULL) = (used_by IS NULL)),
    FOREIGN KEY (account_id) REFERENCES vestibule_vault.recovery_sets (account_id) ON DELETE CASCADE
) ENGINE = InnoDB;
