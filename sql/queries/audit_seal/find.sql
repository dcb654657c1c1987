SELECT number, previous, first_id, last_id, present, digest, sealed_at, key_id, mac FROM audit_seals WHERE number = ?
