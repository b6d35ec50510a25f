-- What the programs may append, they may append only as the product does: the next fact of a chain, a session of somebody who
-- is here, a right or a secret together with the fact of it. Who has the programs' login and does not go through them is
-- refused; what the owner of the tables does is found by `rectify verify`.

-- What a first fact hangs on, as db/chain.ts has it.
CREATE FUNCTION chain_start(of_kind text, id text) RETURNS text IMMUTABLE
  RETURN encode(sha256(convert_to(of_kind || ':' || id, 'UTF8')), 'hex');

CREATE FUNCTION refuse_unchained(seq integer, previous text, last_seq integer, last_hash text, of_kind text, id text)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF seq <> coalesce(last_seq, 0) + 1 OR previous <> coalesce(last_hash, chain_start(of_kind, id)) THEN
    RAISE EXCEPTION 'fact % of % does not follow on its last', seq, id USING ERRCODE = 'restrict_violation';
  END IF;
END
$$;

-- The earlier rows of a batch are seen here.
CREATE FUNCTION refuse_unchained_fact() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  SELECT seq, hash INTO last FROM event WHERE item_id = NEW.item_id ORDER BY seq DESC LIMIT 1;
  PERFORM refuse_unchained(NEW.seq, NEW.previous, last.seq, last.hash, 'item', NEW.item_id);
  RETURN NEW;
END
$$;
CREATE TRIGGER event_chained BEFORE INSERT ON event FOR EACH ROW
  WHEN (current_user = 'rectify_app') EXECUTE FUNCTION refuse_unchained_fact();

CREATE FUNCTION refuse_unchained_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  SELECT seq, hash INTO last FROM record_event WHERE record_id = NEW.record_id ORDER BY seq DESC LIMIT 1;
  PERFORM refuse_unchained(NEW.seq, NEW.previous, last.seq, last.hash, 'record', NEW.record_id);
  RETURN NEW;
END
$$;
CREATE TRIGGER record_event_chained BEFORE INSERT ON record_event FOR EACH ROW
  WHEN (current_user = 'rectify_app') EXECUTE FUNCTION refuse_unchained_record();

-- Nobody who has left, and nothing longer than half a day.
CREATE FUNCTION refuse_odd_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.expires_at > NEW.created_at + interval '12 hours'
     OR NOT EXISTS (SELECT FROM person WHERE id = NEW.person_id AND left_at IS NULL) THEN
    RAISE EXCEPTION 'no such session' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER session_of_somebody BEFORE INSERT ON session FOR EACH ROW
  WHEN (current_user = 'rectify_app') EXECUTE FUNCTION refuse_odd_session();
REVOKE UPDATE ON session, device FROM rectify_app;
GRANT UPDATE (owes_second_factor) ON session TO rectify_app;

-- Looked at when the transaction ends, for a fact is written after what it tells of.
CREATE FUNCTION refuse_untold_right() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM record_event WHERE record_id = NEW.id AND xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'rights or secrets of % change without their fact', NEW.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER person_new AFTER INSERT ON person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (current_user = 'rectify_app') EXECUTE FUNCTION refuse_untold_right();
CREATE CONSTRAINT TRIGGER person_rights AFTER UPDATE ON person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (current_user = 'rectify_app' AND (OLD.roles, OLD.unit_id, OLD.email, OLD.is_chief, OLD.in_inspection_office,
    OLD.password_hash, OLD.left_at) IS DISTINCT FROM (NEW.roles, NEW.unit_id, NEW.email, NEW.is_chief,
    NEW.in_inspection_office, NEW.password_hash, NEW.left_at))
  EXECUTE FUNCTION refuse_untold_right();
