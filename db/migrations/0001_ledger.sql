-- The ledger. Facts are appended and never changed; item_state is their projection and can be rebuilt from them.

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

-- What happened to plain records (rounds, people, units): one fact a change, in the transaction of the change.
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
  changed_at     timestamptz NOT NULL,
  UNIQUE (round_id, position)
);
CREATE INDEX item_open_by_due ON item (due_on, id) WHERE state NOT IN ('closed', 'cancelled');
CREATE INDEX item_unit ON item (unit_id, round_id, position);
CREATE INDEX item_wake ON item (next_wake_at) WHERE next_wake_at IS NOT NULL;

CREATE TABLE event (
  item_id    text NOT NULL REFERENCES item,
  seq        integer NOT NULL CHECK (seq > 0),
  type       text NOT NULL,
  at         timestamptz NOT NULL,
  by         text,
  command_id text,
  body       jsonb NOT NULL,
  -- sha256 over the hash before and the canonical body; the first hangs on the item's id.
  previous   text NOT NULL,
  hash       text NOT NULL,
  PRIMARY KEY (item_id, seq)
);
CREATE UNIQUE INDEX event_command ON event (item_id, command_id) WHERE command_id IS NOT NULL;

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

-- One mail as it leaves: a digest of a person's slot, or a letter. message_id is a function of what it carries.
CREATE TABLE mail (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id  text NOT NULL UNIQUE,
  person_id   text NOT NULL REFERENCES person,
  kind        text NOT NULL CHECK (kind IN ('digest', 'letter')),
  slot        timestamptz NOT NULL,
  state       text NOT NULL CHECK (state IN ('planned', 'sending', 'sent', 'skipped', 'failed')),
  attempts    integer NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL,
  sent_at     timestamptz,
  subject     text,
  problem     text
);
CREATE INDEX mail_waiting ON mail (next_try_at, id) WHERE state IN ('planned', 'sending');

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
GRANT SELECT, INSERT ON event, record_event, letter, evidence_file TO rectify_app;
GRANT SELECT, INSERT, UPDATE ON unit, person, round, item, mail, mail_line TO rectify_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO rectify_app;
