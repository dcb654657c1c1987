-- What people were told: changes by the audit log's names, and the sessions that are theirs or were ended.
CREATE TEMPORARY TABLE told_changes (
    email        VARBINARY(254) NOT NULL,
    event        VARBINARY(40)  NOT NULL,
    acknowledged INT            NOT NULL,
    unheard      INT            NOT NULL,
    PRIMARY KEY (email, event)
);
CREATE TEMPORARY TABLE told_browsers (
    id       BINARY(32) NOT NULL PRIMARY KEY,
    is_ended BOOLEAN    NOT NULL
);
