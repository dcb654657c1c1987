-- Changes no row if another page of the same browser was faster.
UPDATE sessions SET id = ?, is_outdated = FALSE WHERE id = ? AND is_outdated
