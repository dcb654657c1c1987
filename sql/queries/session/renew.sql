-- Changes no row if the session was ended or renewed meanwhile.
UPDATE sessions SET id = ?, second_factor = ?, second_factor_at = ?, notice = ? WHERE id = ?
