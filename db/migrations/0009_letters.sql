-- A letter gets its number when it leaves, and with it what it says: it reads the same ever after, in the mail and on paper.
-- Null where it was numbered before that was kept.
ALTER TABLE letter ADD COLUMN contents jsonb;

-- The rules of a round name their kinds of letters. Those with one mark in their number are counted together.
ALTER TABLE letter DROP CONSTRAINT letter_kind_check;
ALTER TABLE letter ADD COLUMN series text NOT NULL DEFAULT '';
ALTER TABLE letter DROP CONSTRAINT letter_round_id_year_number_key;
ALTER TABLE letter ADD UNIQUE (round_id, series, year, number);
