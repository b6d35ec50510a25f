-- Which calendar a round is judged by; calendars themselves are facts (record_event of `calendar`), the first came with the
-- product. `rules_since`: since when the rules stand, where they took the place of others under running items. Runs under an
-- epoch before `rules_epoch` were begun by the rules before.
ALTER TABLE round
  ADD COLUMN calendar_version integer NOT NULL DEFAULT 1 CHECK (calendar_version > 0),
  ADD COLUMN rules_since      timestamptz,
  ADD COLUMN rules_epoch      bigint;
GRANT SELECT (calendar_version, rules_since) ON round TO rectify_unit;
