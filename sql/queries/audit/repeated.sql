-- A ceremony is random: where it comes twice, a row was copied. The unique key is root's to drop.
SELECT MAX(id) AS id FROM audit GROUP BY ceremony HAVING COUNT(*) > 1
