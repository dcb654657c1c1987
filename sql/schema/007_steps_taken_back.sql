-- What the healing of a clock must not forget.

-- A row is a last step that was taken back, because by the clock it lay far ahead. Its code and those of the two steps
-- before it may have been used; whichever clock was right, they stay used.
CREATE TABLE IF NOT EXISTS vestibule_vault.steps_taken_back (
    account_id BIGINT NOT NULL,
    step       BIGINT NOT NULL,
    PRIMARY KEY (account_id, step),
    FOREIGN KEY (account_id) REFERENCES vestibule_vault.authenticators (account_id) ON DELETE CASCADE
) ENGINE = InnoDB;
