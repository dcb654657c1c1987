UPDATE sessions SET notice = NULL WHERE id = ? AND notice = ?
