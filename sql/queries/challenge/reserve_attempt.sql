-- Before a code is judged, so that requests at the same instant cannot share one attempt.
UPDATE challenges SET attempts = attempts + 1 WHERE id = ? AND attempts < 5
