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
  password_hash text,
  -- Since when the person is here no more: signs in nowhere, gets no mail, is given nothing. Their facts stay.
  left_at       timestamptz
);
CREATE UNIQUE INDEX person_email ON person (lower(email));

ALTER TABLE unit ADD CONSTRAINT unit_liaison FOREIGN KEY (liaison_id) REFERENCES person;

CREATE TABLE session (
  token_hash text PRIMARY KEY,
  person_id  text NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);

-- Devices on which people have signed in: others' guesses do not brake them. Only the hash of what a browser keeps.
CREATE TABLE device (
  token_hash text PRIMARY KEY,
  person_id  text NOT NULL REFERENCES person,
  known_at   timestamptz NOT NULL
);

-- Tries to sign in of the last day, for the brake; account and device are hashes. failed_at is null while it is looked at.
CREATE TABLE sign_in_try (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account   text NOT NULL,
  address   text NOT NULL,
  device    text,
  began_at  timestamptz NOT NULL,
  failed_at timestamptz
);
CREATE INDEX sign_in_try_account ON sign_in_try (account);
CREATE INDEX sign_in_try_address ON sign_in_try (address) WHERE device IS NULL;
CREATE INDEX sign_in_try_began ON sign_in_try (began_at);

CREATE TABLE round (
  id              text PRIMARY KEY CHECK (id ~ '^[a-z0-9-]{1,40}$'),
  title           text NOT NULL CHECK (title <> ''),
  state           text NOT NULL CHECK (state IN ('draft', 'launching', 'running', 'completed', 'discarded')),
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

-- What happened to plain records (rounds, people, units, sign-ins): one fact for each change, in the transaction of the
-- change. The facts of a record are chained like those of an item; here the hash covers the whole row.
CREATE TABLE record_event (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind       text NOT NULL,
  record_id  text NOT NULL,
  seq        integer NOT NULL CHECK (seq > 0),
  at         timestamptz NOT NULL,
  by         text,
  data       jsonb NOT NULL,
  previous   text NOT NULL,
  hash       text NOT NULL,
  UNIQUE (record_id, seq)
);

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
  -- The item without its files, which stand in their facts: see wholeItem in db/items.ts.
  projection     jsonb NOT NULL,
  next_wake_at   timestamptz,
  -- The lease: only the run that began under this epoch writes. It follows the clock, so that it also grows past what a
  -- ledger restored from a backup has forgotten.
  epoch          bigint NOT NULL DEFAULT 0,
  UNIQUE (round_id, position)
);
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
CREATE INDEX event_evidence ON event (item_id, (body ->> 'sha256')) WHERE type = 'evidenceAdded';
CREATE INDEX event_evidence_file ON event ((body ->> 'sha256')) WHERE type = 'evidenceAdded';

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

-- Which file was brought for which item, under which name; only so can it be handed in as evidence of that item.
CREATE TABLE evidence_upload (
  item_id     text NOT NULL REFERENCES item,
  sha256      text NOT NULL REFERENCES evidence_file,
  name        text NOT NULL,
  uploaded_by text NOT NULL REFERENCES person,
  uploaded_at timestamptz NOT NULL,
  PRIMARY KEY (item_id, sha256, name)
);
CREATE INDEX evidence_upload_person ON evidence_upload (uploaded_by, uploaded_at);
CREATE INDEX evidence_upload_file ON evidence_upload (sha256);

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

-- One mail as it leaves: a digest of a person's slot, a letter, or a link to a password. message_id is a function of what it carries.
CREATE TABLE mail (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id  text NOT NULL UNIQUE,
  person_id   text NOT NULL REFERENCES person,
  kind        text NOT NULL CHECK (kind IN ('digest', 'letter', 'link')),
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
CREATE INDEX mail_failed ON mail (person_id, id) WHERE state = 'failed';
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
GRANT SELECT, INSERT ON event, record_event, letter TO rectify_app;
-- What was never handed in is swept away again.
GRANT SELECT, INSERT, UPDATE, DELETE ON evidence_file, evidence_upload TO rectify_app;
GRANT SELECT, INSERT, UPDATE ON unit, person, round, item, mail, mail_line, fault TO rectify_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON session, device, sign_in_try, mail_holder TO rectify_app;
