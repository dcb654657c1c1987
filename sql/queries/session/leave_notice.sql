UPDATE sessions SET notice = ? WHERE lineage = ?
