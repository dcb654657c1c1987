-- A row is a numbered file of this folder that has been applied.
CREATE TABLE IF NOT EXISTS schema_versions (
    version    INT    NOT NULL PRIMARY KEY,
    applied_at BIGINT NOT NULL
) ENGINE = InnoDB;
