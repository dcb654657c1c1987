-- Changes no row if the session was ended or renewed meanwhile.
UPDATE sessions SET id = ?, notice = ? WHERE id = ?
