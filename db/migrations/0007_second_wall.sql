-- Behind the scope that the programs ask for stands the ledger's own: whoever reads for one unit reads as a role to which no
-- other unit's rows are there, whatever the statement forgot to ask. It reads, and nothing else.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'rectify_unit') THEN
    CREATE ROLE rectify_unit NOLOGIN;
  END IF;
END
$$;
GRANT rectify_unit TO rectify_app WITH INHERIT FALSE, SET TRUE;

-- The unit that is read for. Nobody's where it is not set: no unit has an empty id.
CREATE FUNCTION unit_read_for() RETURNS text STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('rectify.unit', true), '');

ALTER TABLE item ENABLE ROW LEVEL SECURITY;
ALTER TABLE item_words ENABLE ROW LEVEL SECURITY;
ALTER TABLE item_tally ENABLE ROW LEVEL SECURITY;
ALTER TABLE event ENABLE ROW LEVEL SECURITY;
ALTER TABLE letter ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE round ENABLE ROW LEVEL SECURITY;

CREATE POLICY of_unit ON item FOR SELECT TO rectify_unit USING (unit_id = unit_read_for());
CREATE POLICY of_unit ON item_tally FOR SELECT TO rectify_unit USING (unit_id = unit_read_for());
-- What these are about is seen through the wall of its own table.
CREATE POLICY of_unit ON item_words FOR SELECT TO rectify_unit
  USING (EXISTS (SELECT FROM item WHERE item.id = item_words.item_id));
CREATE POLICY of_unit ON event FOR SELECT TO rectify_unit
  USING (EXISTS (SELECT FROM item WHERE item.id = event.item_id));
CREATE POLICY of_unit ON letter FOR SELECT TO rectify_unit
  USING (EXISTS (SELECT FROM item WHERE item.id = letter.item_id));
CREATE POLICY of_unit ON mail_line FOR SELECT TO rectify_unit
  USING (EXISTS (SELECT FROM item WHERE item.id = mail_line.item_id));
CREATE POLICY of_unit ON mail FOR SELECT TO rectify_unit
  USING (EXISTS (SELECT FROM mail_line WHERE mail_line.mail_id = mail.id));
CREATE POLICY of_unit ON round FOR SELECT TO rectify_unit
  USING (EXISTS (SELECT FROM item WHERE item.round_id = round.id));

-- The programs themselves, for all others and for the machine's own work.
CREATE POLICY everything ON item TO rectify_app USING (true) WITH CHECK (true);
CREATE POLICY everything ON item_words TO rectify_app USING (true) WITH CHECK (true);
CREATE POLICY everything ON item_tally TO rectify_app USING (true) WITH CHECK (true);
CREATE POLICY everything ON event TO rectify_app USING (true) WITH CHECK (true);
CREATE POLICY everything ON letter TO rectify_app USING (true) WITH CHECK (true);
CREATE POLICY everything ON mail_line TO rectify_app USING (true) WITH CHECK (true);
CREATE POLICY everything ON mail TO rectify_app USING (true) WITH CHECK (true);
CREATE POLICY everything ON round TO rectify_app USING (true) WITH CHECK (true);

GRANT USAGE ON SCHEMA public TO rectify_unit;
GRANT SELECT ON item, item_words, item_tally, event, letter, mail_line, mail TO rectify_unit;
-- Not the document, nor what was read from it: both tell of all items.
GRANT SELECT (id, title, state, starts_on, policy, calendar, item_count, started_count, open_count, created_at, launched_at,
              completed_at) ON round TO rectify_unit;
