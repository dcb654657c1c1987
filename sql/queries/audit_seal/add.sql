-- The housekeepers of two hosts may make the same seal at once: the unique number lets one of them.
INSERT INTO audit_seals (number, previous, first_id, last_id, present, digest, sealed_at, key_id, mac)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
