-- Whose turn it is, with pauses: core/item/turn.ts in SQL, held to it by a test. While an item is paused it is nobody's.
CREATE OR REPLACE FUNCTION turn_party(state text, unit_id text, projection jsonb, of_round text) RETURNS text STABLE
  RETURN CASE
    WHEN projection ->> 'extensionRequest' IS NOT NULL OR projection ->> 'pauseRequest' IS NOT NULL THEN 'inspectionOffice'
    WHEN projection ->> 'pause' IS NOT NULL THEN NULL
    WHEN state = 'draft' AND unit_id IS NULL OR state = 'disowned' THEN 'admin'
    WHEN state IN ('assigned', 'inProgress', 'reopened') THEN 'unit'
    WHEN state = 'planned' THEN 'leadLeader'
    WHEN state = 'submitted' THEN (
      SELECT CASE policy ->> 'closureReview' WHEN 'endorseThenApprove' THEN 'leadLeader' ELSE 'inspectionOffice' END
      FROM round WHERE id = of_round)
    WHEN state = 'endorsed' THEN 'inspectionOffice'
    -- The review of a standing task has come, and its unit has not said since how it stands. Moments compare as text.
    WHEN state = 'standing' AND (
      SELECT max((step ->> 'at') COLLATE "C") FROM jsonb_array_elements(projection -> 'stepsTaken') AS step
      WHERE step ->> 'key' LIKE 'standingReview/%'
    ) > greatest(
      (projection -> 'standing' ->> 'at') COLLATE "C", (projection -> 'progress' ->> 'at') COLLATE "C"
    ) THEN 'unit'
  END;
