-- What no clock that is set back may make good again.

-- A row is a time step whose code was accepted. `last_step` of the authenticator refuses older ones as well; but where a
-- clock was wrong it is taken back, and then these stay used.
CREATE TABLE IF NOT EXISTS vestibule_vault.accepted_steps (
    account_id BIGINT NOT NULL,
    step       BIGINT NOT NULL,
    PRIMARY KEY (account_id, step),
    INDEX (step),
    FOREIGN KEY (account_id) REFERENCES vestibule_vault.authenticators (account_id) ON DELETE CASCADE
) ENGINE = InnoDB;
INSERT IGNORE INTO vestibule_vault.accepted_steps (account_id, step)
SELECT account_id, last_step FROM vestibule_vault.authenticators;
