-- The ledger. Facts (event) are appended and never changed; the columns of item that change are their projection.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rectify_app') THEN
    CREATE ROLE rectify_app NOLOGIN;
  END IF;
END
$$;

-- The login that migrates may also run the application, and then drops to the role that owns nothing.
DO $$
BEGIN
  EXECUTE format('GRANT rectify_app TO %I WITH INHERIT FALSE, SET TRUE', current_user);
END
$$;

CREATE TABLE unit (
  id         text PRIMARY KEY CHECK (id ~ '^[a-z0-9-]{1,40}$'),
  name       text NOT NULL CHECK (name <> ''),
  position   integer NOT NULL DEFAULT 0,
  -- Gets the letters of the unit; a person, so added after that table.
  liaison_id text
);

CREATE TABLE person (
  id            text PRIMARY KEY CHECK (id ~ '^[a-z0-9-]{1,40}$'),
  name          text NOT NULL CHECK (name <> ''),
  email         text NOT NULL,
  locale        text NOT NULL DEFAULT 'zh-CN' CHECK (locale IN ('zh-CN', 'en')),
  roles         text[] NOT NULL CHECK (roles <@ ARRAY['staff', 'supervisor', 'admin'] AND cardinality(roles) > 0),
  unit_id       text REFERENCES unit,
  phone         text,
  -- Receives what is addressed to the chief (主要负责人) or to the inspection office (巡察办).
  is_chief             boolean NOT NULL DEFAULT false,
  in_inspection_office boolean NOT NULL DEFAULT false,
  password_hash text
);
CREATE UNIQUE INDEX person_email ON person (lower(email));

ALTER TABLE unit ADD CONSTRAINT unit_liaison FOREIGN KEY (liaison_id) REFERENCES person;

CREATE TABLE session (
  token_hash text PRIMARY KEY,
  person_id  text NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE TABLE round (
  id              text PRIMARY KEY CHECK (id ~ '^[a-z0-9-]{1,40}$'),
  title           text NOT NULL CHECK (title <> ''),
  state           text NOT NULL CHECK (state IN ('draft', 'launching', 'running', 'completed')),
  -- The parsed document as confirmed, and the document itself, unchanged.
  notice          jsonb NOT NULL,
  source          text NOT NULL,
  source_sha256   text NOT NULL,
  starts_on       date NOT NULL,
  policy          jsonb NOT NULL,
  calendar        jsonb NOT NULL,
  item_count      integer NOT NULL,
  started_count   integer NOT NULL DEFAULT 0,
  open_count      integer NOT NULL DEFAULT 0,
  letter_count    integer NOT NULL DEFAULT 0,
  created_at      timestamptz NOT NULL,
  launched_at     timestamptz,
  completed_at    timestamptz
);
CREATE INDEX round_newest ON round (created_at, id);

-- What happened to plain records (rounds, people, units): one fact for each change, in the transaction of the change.
CREATE TABLE record_event (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind       text NOT NULL,
  record_id  text NOT NULL,
  at         timestamptz NOT NULL,
  by         text,
  data       jsonb NOT NULL
);
CREATE INDEX record_event_record ON record_event (record_id, id);

CREATE TABLE item (
  id             text PRIMARY KEY CHECK (id ~ '^[a-z0-9-]{1,60}$'),
  round_id       text NOT NULL REFERENCES round,
  position       integer NOT NULL,
  -- Wording and number as printed, never edited after import.
  number         text NOT NULL,
  printed_number text NOT NULL,
  part           text NOT NULL,
  group_heading  text,
  title          text NOT NULL,
  source_measures jsonb NOT NULL DEFAULT '[]',
  -- The projection of the facts.
  state          text NOT NULL,
  seq            integer NOT NULL,
  unit_id        text REFERENCES unit,
  handler_id     text REFERENCES person,
  lead_leader_id text REFERENCES person,
  due_on         date,
  first_due_on   date,
  projection     jsonb NOT NULL,
  next_wake_at   timestamptz,
  -- The lease: only the run that began under this epoch writes. It follows the clock, so that it also grows past what a
  -- ledger restored from a backup has forgotten.
  epoch          bigint NOT NULL DEFAULT 0,
  -- Where lists find it; set by place_item(), never by a writer. The dates are infinity where there is none, and where
  -- the item stays green whatever the day.
  phase          text NOT NULL CHECK (phase IN ('idle', 'open', 'done')),
  due_by         date NOT NULL,
  yellow_on      date NOT NULL,
  red_on         date NOT NULL,
  -- Who is to act, as `Party` in core/item/turn.ts; null while nobody is.
  turn_party     text,
  UNIQUE (round_id, position)
);
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
CREATE INDEX item_turn_due ON item (turn_party, due_by, id);
CREATE INDEX item_turn_handler_due ON item (handler_id, unit_id, due_by, id) WHERE turn_party = 'unit';
CREATE INDEX item_turn_lead_leader_due ON item (lead_leader_id, due_by, id) WHERE turn_party = 'leadLeader';
CREATE INDEX item_wake ON item (next_wake_at) WHERE next_wake_at IS NOT NULL;

CREATE TABLE event (
  item_id    text NOT NULL REFERENCES item,
  seq        integer NOT NULL CHECK (seq > 0),
  type       text NOT NULL,
  at         timestamptz NOT NULL,
  by         text,
  command_id text,
  body       jsonb NOT NULL,
  -- The command that asked for it, with the API's seal; null where the clock decided, or where no workflow was asked.
  sealed     jsonb,
  -- sha256 over the hash before and the canonical body; the first hangs on the item's id.
  previous   text NOT NULL,
  hash       text NOT NULL,
  PRIMARY KEY (item_id, seq)
);
CREATE UNIQUE INDEX event_command ON event (item_id, command_id) WHERE command_id IS NOT NULL;

-- What the product found wrong with itself: for the operator. `mended_at` stays null where a person must act.
CREATE TABLE fault (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind      text NOT NULL,
  item_id   text,
  at        timestamptz NOT NULL,
  -- Codes and figures only, no words of people.
  details   jsonb NOT NULL,
  mended_at timestamptz
);
CREATE INDEX fault_open ON fault (item_id, kind) WHERE mended_at IS NULL;
CREATE INDEX fault_retried ON fault (at) WHERE kind = 'retried';

CREATE TABLE evidence_file (
  sha256     text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes      bigint NOT NULL CHECK (bytes > 0),
  media_type text NOT NULL,
  stored_at  timestamptz NOT NULL,
  stored_by  text NOT NULL REFERENCES person
);

CREATE TABLE letter (
  item_id    text NOT NULL,
  seq        integer NOT NULL,
  round_id   text NOT NULL REFERENCES round,
  kind       text NOT NULL CHECK (kind IN ('reminderLetter', 'supervisionLetter')),
  year       integer NOT NULL,
  number     integer NOT NULL,
  issued_at  timestamptz NOT NULL,
  PRIMARY KEY (item_id, seq),
  FOREIGN KEY (item_id, seq) REFERENCES event,
  UNIQUE (round_id, year, number)
);

-- A process that holds mails. Silent past its lease it is dead, and others take over what it held.
CREATE TABLE mail_holder (
  id             uuid PRIMARY KEY,
  -- Since when it has said without a gap that it lives: so long it could have heard the others.
  watching_since timestamptz NOT NULL,
  alive_until    timestamptz NOT NULL
);

-- One mail as it leaves: a digest of a person's slot, or a letter. message_id is a function of what it carries.
CREATE TABLE mail (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id  text NOT NULL UNIQUE,
  person_id   text NOT NULL REFERENCES person,
  kind        text NOT NULL CHECK (kind IN ('digest', 'letter')),
  slot        timestamptz NOT NULL,
  state       text NOT NULL CHECK (state IN ('planned', 'sending', 'sent', 'skipped', 'failed')),
  -- The mail_holder that writes it (planned) or has handed it to the mail server (sending).
  holder      uuid CHECK (holder IS NULL OR state IN ('planned', 'sending')),
  attempts    integer NOT NULL DEFAULT 0,
  -- Holders in a row that died with it.
  losses      integer NOT NULL DEFAULT 0,
  -- Attempts that nobody knows the end of: the mail server may have accepted each of them.
  unanswered  integer NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL,
  sent_at     timestamptz,
  subject     text,
  -- Why it has not left: a code, and what another program said of it.
  trouble     jsonb CHECK (trouble ? 'code'),
  may_have_doubled boolean NOT NULL GENERATED ALWAYS AS (state = 'sent' AND unanswered > 0) STORED
);
CREATE INDEX mail_waiting ON mail (kind DESC, next_try_at, id) WHERE state = 'planned';
CREATE INDEX mail_held ON mail (holder) WHERE holder IS NOT NULL;
CREATE INDEX mail_may_have_doubled ON mail (id) WHERE may_have_doubled;

-- The outbox: one line for one fact and one person. It leaves with a mail, or is skipped for a stated reason.
CREATE TABLE mail_line (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  item_id   text NOT NULL,
  seq       integer NOT NULL,
  person_id text NOT NULL REFERENCES person,
  kind      text NOT NULL,
  letter    text,
  due_on    date,
  send_at   timestamptz NOT NULL,
  mail_id   bigint REFERENCES mail,
  skipped   text,
  UNIQUE (item_id, seq, person_id),
  FOREIGN KEY (item_id, seq) REFERENCES event
);
CREATE INDEX mail_line_waiting ON mail_line (send_at, id) WHERE mail_id IS NULL AND skipped IS NULL;
CREATE INDEX mail_line_mail ON mail_line (mail_id);

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
  -- What was handed in before the date is with the reviewers: the unit is not late while they read.
  is_held boolean := NEW.state IN ('submitted', 'endorsed')
    AND ((NEW.projection -> 'application' ->> 'at')::timestamptz AT TIME ZONE 'Asia/Shanghai')::date <= due;
BEGIN
  NEW.phase := CASE
    WHEN NEW.state IN ('closed', 'cancelled') THEN 'done'
    WHEN NEW.state = 'draft' OR due IS NULL THEN 'idle'
    ELSE 'open'
  END;
  NEW.due_by := coalesce(due, 'infinity');
  NEW.yellow_on := 'infinity';
  NEW.red_on := 'infinity';
  IF NEW.phase = 'open' AND is_held IS NOT TRUE THEN
    NEW.yellow_on := due - (SELECT (policy ->> 'yellowWithinDays')::integer FROM round WHERE round.id = NEW.round_id);
    NEW.red_on := due + 1;
  END IF;
  NEW.turn_party := turn_party(NEW.state, NEW.unit_id, NEW.projection, NEW.round_id);
  RETURN NEW;
END
$$;
CREATE TRIGGER item_place BEFORE INSERT OR UPDATE OF state, projection, unit_id ON item
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

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER record_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON record_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER letter_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON letter
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

GRANT USAGE ON SCHEMA public TO rectify_app;
GRANT SELECT ON item_words, item_tally TO rectify_app;
GRANT SELECT, INSERT ON event, record_event, letter, evidence_file TO rectify_app;
GRANT SELECT, INSERT, UPDATE ON unit, person, round, item, mail, mail_line, fault TO rectify_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON session, mail_holder TO rectify_app;
