-- Before a code is judged, so that requests at the same instant cannot share one attempt.
-- A completed challenge has a few more, for a post that came twice: they sign nobody in anew.
UPDATE challenges SET attempts = attempts + 1
WHERE id = ? AND (attempts < 5 OR completed_at IS NOT NULL AND attempts < 10)
