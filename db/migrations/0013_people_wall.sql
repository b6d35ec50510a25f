-- How to reach people has the second wall, too: a reader for one unit is shown everybody's name, and the address and telephone
-- of those whom the unit works with, whatever the statement forgot to ask.
CREATE VIEW person_reach WITH (security_barrier) AS
  SELECT id, email, phone FROM person
  WHERE current_user <> 'rectify_unit' OR unit_id = unit_read_for() OR in_inspection_office OR 'admin' = ANY(roles)
     OR EXISTS (SELECT FROM item WHERE item.unit_id = unit_read_for() AND item.lead_leader_id = person.id);

GRANT SELECT ON person_reach TO rectify_app, rectify_unit;
GRANT SELECT (id, name, locale, roles, unit_id, is_chief, in_inspection_office, left_at) ON person TO rectify_unit;
GRANT SELECT ON unit TO rectify_unit;
