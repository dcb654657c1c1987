-- Holds the row until the transaction is over, also where there was none yet.
INSERT INTO probes (id, at) VALUES (1, ?) ON DUPLICATE KEY UPDATE at = VALUES(at)
