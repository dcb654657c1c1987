-- What people's codes say of the server's clock: together the rows are a small histogram of how far the two are apart.

-- A row is what somebody's latest code said, to the host whose clock judged it: by how many steps of 30 seconds their phone's
-- clock was ahead, or behind if negative; NULL if none was of a step within ten minutes. `node` is that host as its kernel
-- calls it from one start to the next, as its clock may be another one then. One row a person, so that nobody counts twice.
-- `tried_at` changes with every code: one that says nothing takes as long as others. The index holds all that is asked for,
-- the newest last.
CREATE TABLE IF NOT EXISTS clock_readings (
    account_id BIGINT        NOT NULL PRIMARY KEY,
    at         BIGINT        NOT NULL,
    node       VARBINARY(64) NOT NULL,
    steps      TINYINT       NULL,
    tried_at   BIGINT        NOT NULL,
    INDEX (at, node, steps),
    FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
) ENGINE = InnoDB;
