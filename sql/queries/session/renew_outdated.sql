-- Changes no row if another page of the same browser was faster. Who it is is copied anew by the next check.
UPDATE sessions SET id = ?, is_outdated = FALSE, email = NULL, name = NULL, role = NULL WHERE id = ? AND is_outdated
