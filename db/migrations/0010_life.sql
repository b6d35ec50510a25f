-- Whose turn it is, with pauses: core/item/turn.ts in SQL, held to it by a test. While an item is paused it is nobody's.
CREATE OR REPLACE FUNCTION turn_party(state text, unit_id text, projection jsonb, of_round text) RETURNS text STABLE
  RETURN CASE
    WHEN projection ->> 'extensionRequest' IS NOT NULL OR projection ->> 'pauseRequest' IS NOT NULL THEN 'inspectionOffice'
    WHEN projection ->> 'pause' IS NOT NULL THEN NULL
    WHEN projection ->> 'revision' IS NOT NULL THEN 'leadLeader'
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

-- The day after the first date of a measure that is not done: core/item/measures.ts in SQL. From then on the item is yellow.
CREATE FUNCTION behind_on(state text, projection jsonb) RETURNS date IMMUTABLE
  RETURN CASE WHEN state IN ('inProgress', 'reopened') THEN (
    SELECT min((measure ->> 'dueOn')::date) + 1 FROM jsonb_array_elements(projection -> 'measures') AS measure
    WHERE measure -> 'progress' ->> 'status' IS DISTINCT FROM 'done'
  ) END;

CREATE OR REPLACE FUNCTION place_item() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  due date := coalesce(
    NEW.projection -> 'interim' ->> 'checkpointOn', NEW.projection -> 'standing' ->> 'reviewOn', NEW.projection ->> 'dueOn');
BEGIN
  NEW.phase := CASE
    WHEN NEW.state IN ('closed', 'cancelled') THEN 'done'
    WHEN NEW.state = 'draft' OR due IS NULL THEN 'idle'
    ELSE 'open'
  END;
  NEW.due_by := coalesce(due, 'infinity');
  NEW.yellow_on := 'infinity';
  NEW.red_on := 'infinity';
  IF NEW.phase = 'open' AND NEW.held_due_on IS NOT NULL THEN
    IF isfinite(NEW.held_due_on) THEN
      NEW.due_by := NEW.held_due_on;
    END IF;
    NEW.yellow_on := NEW.held_yellow_on;
    NEW.red_on := NEW.held_due_on + 1;
  ELSIF NEW.phase = 'open' THEN
    NEW.yellow_on := least(
      due - (SELECT (policy ->> 'yellowWithinDays')::integer FROM round WHERE round.id = NEW.round_id),
      behind_on(NEW.state, NEW.projection));
    NEW.red_on := due + 1;
  END IF;
  NEW.turn_party := turn_party(NEW.state, NEW.unit_id, NEW.projection, NEW.round_id);
  RETURN NEW;
END
$$;

-- Items that may be yellow long before their date; the days are mostYellowDays of core/rules/policy-faults.ts.
CREATE INDEX item_behind ON item (due_by, id, red_on, yellow_on) WHERE phase = 'open' AND yellow_on < due_by - 90;
