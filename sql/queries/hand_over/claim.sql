-- The row goes as it is read, so a code is good once; at another site or in another browser it is none.
DELETE FROM hand_overs WHERE id = ? AND site = ? AND browser = ? AND ends_at > ?
RETURNING session_id, account_id
