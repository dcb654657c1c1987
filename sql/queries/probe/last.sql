SELECT p.at, d.address, d.outcome, d.words FROM probes p JOIN probed_doors d ORDER BY d.position
