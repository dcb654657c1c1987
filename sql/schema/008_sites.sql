-- Other sites behind the gate: each has a cookie of its own, which hangs on the session of the sign-in and ends with it.

-- A row is a browser that may pass at a site. Only the hash of its cookie is kept, with who it is and what had been shown
-- when it was made: an old cookie gains nothing later. It follows the session when that gets a new cookie.
CREATE TABLE IF NOT EXISTS site_sessions (
    id               BINARY(32)     NOT NULL PRIMARY KEY,
    session_id       BINARY(32)     NOT NULL,
    site             VARBINARY(300) NOT NULL,
    email            VARBINARY(254) NOT NULL,
    name             VARCHAR(200)   NOT NULL,
    role             VARBINARY(16)  NOT NULL,
    second_factor_at BIGINT         NULL,
    last_seen_at     BIGINT         NOT NULL,
    ends_at          BIGINT         NOT NULL,
    UNIQUE (session_id, site),
    FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB;

-- A row is somebody on the way from the sign-in to a site, in the browser that the site knows by a cookie of its own.
CREATE TABLE IF NOT EXISTS hand_overs (
    id         BINARY(32)     NOT NULL PRIMARY KEY,
    session_id BINARY(32)     NOT NULL,
    account_id BIGINT         NOT NULL,
    site       VARBINARY(300) NOT NULL,
    browser    BINARY(32)     NOT NULL,
    ends_at    BIGINT         NOT NULL,
    INDEX (ends_at),
    INDEX (session_id),
    FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB;

-- Sessions that nobody uses any more are found by their age, however many others there are. Who it is is copied into the
-- session by its first check, so that those after it read one row: neither address nor name of an account ever changes, a
-- new role outdates its sessions, and disabling it ends them.
ALTER TABLE sessions
    ADD INDEX IF NOT EXISTS last_seen (last_seen_at),
    ADD COLUMN IF NOT EXISTS email VARBINARY(254) NULL,
    ADD COLUMN IF NOT EXISTS name VARCHAR(200) NULL,
    ADD COLUMN IF NOT EXISTS role VARBINARY(16) NULL;
