-- The joint review: units that are asked beside each other, stage by stage. core/item/joint-review.ts in SQL, held to it by a test.
CREATE FUNCTION turn_units(projection jsonb) RETURNS text[] IMMUTABLE
  RETURN (
    SELECT array_agg(unit.id)
    FROM jsonb_array_elements(projection -> 'application' -> 'stages') WITH ORDINALITY AS stage (units, place),
      jsonb_array_elements_text(stage.units) AS unit (id)
    WHERE NOT EXISTS (
      SELECT FROM jsonb_array_elements(projection -> 'application' -> 'consents') AS consent
      WHERE consent ->> 'unitId' = unit.id)
    GROUP BY stage.place ORDER BY stage.place LIMIT 1);

ALTER TABLE item ADD COLUMN turn_units text[] GENERATED ALWAYS AS (turn_units(projection)) STORED;

CREATE OR REPLACE FUNCTION turn_party(state text, unit_id text, projection jsonb, of_round text) RETURNS text STABLE
  RETURN CASE
    WHEN projection ->> 'extensionRequest' IS NOT NULL OR projection ->> 'pauseRequest' IS NOT NULL THEN 'inspectionOffice'
    WHEN projection ->> 'pause' IS NOT NULL THEN NULL
    WHEN projection ->> 'revision' IS NOT NULL THEN 'leadLeader'
    WHEN state = 'draft' AND unit_id IS NULL OR state = 'disowned' THEN 'admin'
    WHEN state IN ('assigned', 'inProgress', 'reopened') THEN 'unit'
    WHEN state = 'planned' THEN 'leadLeader'
    WHEN state = 'submitted' AND (SELECT policy ->> 'closureReview' FROM round WHERE id = of_round) = 'endorseThenApprove'
      THEN 'leadLeader'
    WHEN state IN ('submitted', 'endorsed') THEN
      CASE WHEN turn_units(projection) IS NULL THEN 'inspectionOffice' ELSE 'jointReviewers' END
    -- The review of a standing task has come, and its unit has not said since how it stands. Moments compare as text.
    WHEN state = 'standing' AND (
      SELECT max((step ->> 'at') COLLATE "C") FROM jsonb_array_elements(projection -> 'stepsTaken') AS step
      WHERE step ->> 'key' LIKE 'standingReview/%'
    ) > greatest(
      (projection -> 'standing' ->> 'at') COLLATE "C", (projection -> 'progress' ->> 'at') COLLATE "C"
    ) THEN 'unit'
  END;

CREATE INDEX item_turn_joint_review_due ON item (due_by, id) WHERE turn_party = 'jointReviewers';
