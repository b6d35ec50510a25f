-- An absence is two facts: that it was entered, and that it was ended early. Nothing else gives a substitute a right, so there is
-- no row that could be changed.
CREATE INDEX record_event_absence_of ON record_event ((data ->> 'personId')) WHERE kind = 'absenceEntered';
CREATE INDEX record_event_absence_for ON record_event ((data ->> 'substituteId')) WHERE kind = 'absenceEntered';

CREATE VIEW absence WITH (security_barrier) AS
  SELECT entered.record_id AS id, entered.data ->> 'personId' AS person_id, entered.data ->> 'substituteId' AS substitute_id,
    (entered.data ->> 'from')::date AS from_on, (entered.data ->> 'to')::date AS to_on, entered.data ->> 'reason' AS reason,
    entered.by AS entered_by, entered.at AS entered_at, ended.at AS ended_at
  FROM record_event AS entered
  LEFT JOIN record_event AS ended ON ended.record_id = entered.record_id AND ended.kind = 'absenceEnded'
  WHERE entered.kind = 'absenceEntered';
GRANT SELECT ON absence TO rectify_app;

-- A line that a substitute gets beside the absent person; it is passed on to nobody else.
ALTER TABLE mail_line ADD COLUMN absence_id text;

-- Whoever reads in another's place reads as a role to which only the items are there that the absent person has a post in, by
-- the word of the ledger: the program names the absence, not the person.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rectify_stand_in') THEN
    CREATE ROLE rectify_stand_in NOLOGIN;
  END IF;
END
$$;
GRANT rectify_stand_in TO rectify_app WITH INHERIT FALSE, SET TRUE;

-- Nobody's where none is named, or it has ended: no person has an empty id.
CREATE FUNCTION read_in_place_of() RETURNS text STABLE SECURITY DEFINER SET search_path = public LANGUAGE sql AS $$
  SELECT coalesce((SELECT person_id FROM absence WHERE id = current_setting('rectify.absence', true) AND ended_at IS NULL), '')
$$;

CREATE POLICY of_absent ON item FOR SELECT TO rectify_stand_in USING (
  unit_id = (SELECT unit_id FROM person WHERE id = read_in_place_of())
  AND (handler_id = (SELECT read_in_place_of())
    OR EXISTS (SELECT FROM unit WHERE unit.id = item.unit_id AND unit.liaison_id = (SELECT read_in_place_of()))
    OR projection -> 'measures' @> (SELECT jsonb_build_array(jsonb_build_object('ownerId', read_in_place_of())))
    OR projection #> '{revision,measures}' @> (SELECT jsonb_build_array(jsonb_build_object('ownerId', read_in_place_of())))));
CREATE POLICY of_absent ON item_words FOR SELECT TO rectify_stand_in
  USING (EXISTS (SELECT FROM item WHERE item.id = item_words.item_id));
CREATE POLICY of_absent ON event FOR SELECT TO rectify_stand_in
  USING (EXISTS (SELECT FROM item WHERE item.id = event.item_id));
CREATE POLICY of_absent ON letter FOR SELECT TO rectify_stand_in
  USING (EXISTS (SELECT FROM item WHERE item.id = letter.item_id));
CREATE POLICY of_absent ON mail_line FOR SELECT TO rectify_stand_in
  USING (EXISTS (SELECT FROM item WHERE item.id = mail_line.item_id));
CREATE POLICY of_absent ON mail FOR SELECT TO rectify_stand_in
  USING (EXISTS (SELECT FROM mail_line WHERE mail_line.mail_id = mail.id));
CREATE POLICY of_absent ON round FOR SELECT TO rectify_stand_in
  USING (EXISTS (SELECT FROM item WHERE item.round_id = round.id));

GRANT USAGE ON SCHEMA public TO rectify_stand_in;
GRANT SELECT ON item, item_words, event, letter, mail_line, mail, unit TO rectify_stand_in;
GRANT SELECT (id, unit_id) ON person TO rectify_stand_in;
GRANT SELECT (id, title, state, starts_on, policy, calendar, item_count, started_count, open_count, created_at, launched_at,
              completed_at, calendar_version, rules_since) ON round TO rectify_stand_in;
