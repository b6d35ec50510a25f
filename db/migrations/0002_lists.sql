-- What lists, searches and sums look for in items: derived from the projection by triggers, never by a writer.

-- The dates are infinity where there is none, and where the item stays green whatever the day.
ALTER TABLE item
  ADD COLUMN phase      text NOT NULL CHECK (phase IN ('idle', 'open', 'done')),
  ADD COLUMN due_by     date NOT NULL,
  ADD COLUMN yellow_on  date NOT NULL,
  ADD COLUMN red_on     date NOT NULL,
  -- By when others than the unit must act who hold it, and the day before; infinity where the rules set them no date, null
  -- while the unit has it. Written with the projection: working days are counted in core/rules/calendar.ts alone.
  ADD COLUMN held_due_on    date,
  ADD COLUMN held_yellow_on date,
  -- Who is to act, as `Party` in core/item/turn.ts; null while nobody is.
  ADD COLUMN turn_party text;

-- Each list is one stretch of one index, in the order of the pages; what a person may see, their unit, stands first.
CREATE INDEX item_due ON item (due_by, id);
CREATE INDEX item_state ON item (state, round_id, position);
CREATE INDEX item_state_due ON item (state, due_by, id);
CREATE INDEX item_phase ON item (phase, round_id, position, red_on, yellow_on);
CREATE INDEX item_phase_due ON item (phase, due_by, id, red_on, yellow_on);
CREATE INDEX item_unit ON item (unit_id, round_id, position);
CREATE INDEX item_unit_due ON item (unit_id, due_by, id);
CREATE INDEX item_unit_state ON item (unit_id, state, round_id, position);
CREATE INDEX item_unit_phase_due ON item (unit_id, phase, due_by, id, red_on, yellow_on);
CREATE INDEX item_turn_party_due ON item (turn_party, due_by, id) WHERE turn_party IN ('inspectionOffice', 'admin');
CREATE INDEX item_turn_handler_due ON item (handler_id, unit_id, due_by, id) WHERE turn_party = 'unit';
CREATE INDEX item_turn_lead_leader_due ON item (lead_leader_id, due_by, id) WHERE turn_party = 'leadLeader';

-- Whose turn it is: core/item/turn.ts in SQL, held to it by a test.
CREATE FUNCTION turn_party(state text, unit_id text, projection jsonb, of_round text) RETURNS text STABLE
  RETURN CASE
    WHEN projection ->> 'extensionRequest' IS NOT NULL THEN 'inspectionOffice'
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

-- The light, the date and the turn of the projection as columns, so that lists need not look into it: core/item/light.ts and
-- core/item/turn.ts in SQL, held to them by tests.
CREATE FUNCTION place_item() RETURNS trigger LANGUAGE plpgsql AS $$
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
    NEW.yellow_on := due - (SELECT (policy ->> 'yellowWithinDays')::integer FROM round WHERE round.id = NEW.round_id);
    NEW.red_on := due + 1;
  END IF;
  NEW.turn_party := turn_party(NEW.state, NEW.unit_id, NEW.projection, NEW.round_id);
  RETURN NEW;
END
$$;
CREATE TRIGGER item_place BEFORE INSERT OR UPDATE OF state, projection, unit_id, held_due_on ON item
  FOR EACH ROW EXECUTE FUNCTION place_item();

CREATE FUNCTION place_items_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE item SET projection = projection WHERE round_id = NEW.id AND phase = 'open';
  RETURN NULL;
END
$$;
CREATE TRIGGER round_policy AFTER UPDATE OF policy ON round FOR EACH ROW
  WHEN (OLD.policy IS DISTINCT FROM NEW.policy) EXECUTE FUNCTION place_items_again();

-- What can be searched in an item, kept apart from it: imported once, while the item's row changes all the time.
-- An index of words does not know where Chinese words begin, and one of trigrams knows nothing shorter than three letters.
-- The keys are letters and pairs of letters, and whose item it is, so that a search within a unit reads that unit alone.
CREATE TABLE item_words (
  item_id text PRIMARY KEY REFERENCES item,
  words   text NOT NULL,
  keys    text[] NOT NULL
);
CREATE INDEX item_words_keys ON item_words USING gin (keys) WITH (fastupdate = off);
ALTER TABLE item_words ALTER COLUMN keys SET STATISTICS 1000;

-- One width and one case, the same in every locale.
CREATE FUNCTION comparable(given text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(normalize(given, NFKC) COLLATE "pg_c_utf8");

CREATE FUNCTION pairs(word text) RETURNS text[] IMMUTABLE STRICT PARALLEL SAFE
  RETURN ARRAY(
    SELECT DISTINCT substr(word, place, 2) FROM generate_series(1, length(word) - 1) AS place
    WHERE substr(word, place, 2) !~ '\s'
  );

-- What a searched word must have among the keys.
CREATE FUNCTION search_keys(word text) RETURNS text[] IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN length(word) > 1 THEN pairs(word) ELSE ARRAY[word] END;

CREATE FUNCTION keep_item_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  words text := comparable(concat_ws(' ', NEW.number, NEW.title, NEW.group_heading, NEW.part, NEW.id));
BEGIN
  INSERT INTO item_words (item_id, words, keys)
  VALUES (NEW.id, words, array_remove(
    ARRAY(SELECT DISTINCT unnest(string_to_array(words, NULL) || pairs(words)))
      || ARRAY['round:' || NEW.round_id, 'unit:' || NEW.unit_id], NULL))
  ON CONFLICT (item_id) DO UPDATE SET keys = excluded.keys;
  RETURN NULL;
END
$$;
CREATE TRIGGER item_words_new AFTER INSERT ON item FOR EACH ROW EXECUTE FUNCTION keep_item_words();
CREATE TRIGGER item_words_unit AFTER UPDATE OF unit_id ON item FOR EACH ROW
  WHEN (OLD.unit_id IS DISTINCT FROM NEW.unit_id) EXECUTE FUNCTION keep_item_words();

-- How many items stand how, by round and unit: summed up instead of counted, so that a list of rounds reads no items.
-- Each change adds rows with + and -, and waits for nobody; now and then the rows of a round are folded into their sums.
CREATE TABLE item_tally (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  round_id    text NOT NULL REFERENCES round,
  unit_id     text,
  state       text NOT NULL,
  phase       text NOT NULL,
  yellow_on   date NOT NULL,
  red_on      date NOT NULL,
  is_assigned boolean NOT NULL,
  items       integer NOT NULL
);
CREATE INDEX item_tally_round ON item_tally (round_id, unit_id);

-- Whoever finds another folding leaves it to them; what that one has taken away is not taken twice.
CREATE FUNCTION fold_tally(of_round text) RETURNS void LANGUAGE sql AS $$
  WITH alone AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(hashtext('item_tally'), hashtext(of_round)) AS is_alone),
  taken AS (DELETE FROM item_tally USING alone WHERE is_alone AND round_id = of_round RETURNING item_tally.*)
  INSERT INTO item_tally (round_id, unit_id, state, phase, yellow_on, red_on, is_assigned, items)
  SELECT round_id, unit_id, state, phase, yellow_on, red_on, is_assigned, sum(items)
  FROM taken GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(items) <> 0;
$$;

CREATE FUNCTION tally_items() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  folded text[];
BEGIN
  CASE TG_OP
    WHEN 'INSERT' THEN
      INSERT INTO item_tally (round_id, unit_id, state, phase, yellow_on, red_on, is_assigned, items)
      SELECT round_id, unit_id, state, phase, yellow_on, red_on, handler_id IS NOT NULL, count(*)
      FROM after GROUP BY 1, 2, 3, 4, 5, 6, 7;
    WHEN 'DELETE' THEN
      INSERT INTO item_tally (round_id, unit_id, state, phase, yellow_on, red_on, is_assigned, items)
      SELECT round_id, unit_id, state, phase, yellow_on, red_on, handler_id IS NOT NULL, -count(*)
      FROM before GROUP BY 1, 2, 3, 4, 5, 6, 7;
    WHEN 'UPDATE' THEN
      WITH added AS (
        INSERT INTO item_tally (round_id, unit_id, state, phase, yellow_on, red_on, is_assigned, items)
        SELECT round_id, unit_id, state, phase, yellow_on, red_on, handler_id IS NOT NULL, sum(change)
        FROM (SELECT 1 AS change, * FROM after UNION ALL SELECT -1, * FROM before) AS changed
        GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(change) <> 0
        RETURNING id, round_id
      )
      SELECT array_agg(DISTINCT round_id) INTO folded FROM added WHERE id % 32 = 0;
      PERFORM fold_tally(of_round) FROM unnest(folded) AS of_round;
  END CASE;
  RETURN NULL;
END
$$;

CREATE TRIGGER item_tally_insert AFTER INSERT ON item REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION tally_items();
CREATE TRIGGER item_tally_update AFTER UPDATE ON item REFERENCING NEW TABLE AS after OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION tally_items();
CREATE TRIGGER item_tally_delete AFTER DELETE ON item REFERENCING OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION tally_items();

GRANT SELECT ON item_words, item_tally TO rectify_app;
