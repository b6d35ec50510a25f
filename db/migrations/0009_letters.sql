-- A letter gets its number when it leaves, and with it what it says: it reads the same ever after, in the mail and on paper.
-- Null where it was numbered before that was kept.
ALTER TABLE letter ADD COLUMN contents jsonb;
