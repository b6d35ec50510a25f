-- A standing item whose review has come is judged by the date by which its unit says how it stands, not by the next review:
-- core/item/item-dates.ts in SQL, held to it by a test.
CREATE OR REPLACE FUNCTION place_item() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  due date;
BEGIN
  NEW.turn_party := turn_party(NEW.state, NEW.unit_id, NEW.projection, NEW.round_id);
  due := CASE
    WHEN NEW.state = 'standing' AND NEW.turn_party = 'unit' THEN NEW.projection ->> 'dueOn'
    ELSE coalesce(
      NEW.projection -> 'interim' ->> 'checkpointOn', NEW.projection -> 'standing' ->> 'reviewOn', NEW.projection ->> 'dueOn')
  END;
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
  RETURN NEW;
END
$$;
