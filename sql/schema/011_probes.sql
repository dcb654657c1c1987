-- How the doors of the sites behind the gate were found, the last time that somebody without a session asked for them.

-- The row says when that was. Whoever asks anew holds it, so that two at the same instant do not mix what they found.
CREATE TABLE IF NOT EXISTS probes (
    id TINYINT NOT NULL PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    at BIGINT  NOT NULL
) ENGINE = InnoDB;

-- A row is what one address answered then.
CREATE TABLE IF NOT EXISTS probed_doors (
    position SMALLINT        NOT NULL PRIMARY KEY,
    address  VARBINARY(2000) NOT NULL,
    outcome  VARBINARY(16)   NOT NULL CHECK (outcome IN ('shut', 'open', 'not-tried')),
    words    VARCHAR(500)    NOT NULL
) ENGINE = InnoDB;
