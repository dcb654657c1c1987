INSERT INTO probed_doors (position, address, outcome, words) VALUES (?, ?, ?, ?)
