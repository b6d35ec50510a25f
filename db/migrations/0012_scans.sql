-- What the virus scanner said of a file. With a scanner set up, nobody is given what is not clean; without one, only what was
-- found out before is held back.
ALTER TABLE evidence_file ADD COLUMN clean_at timestamptz;
ALTER TABLE evidence_file ADD COLUMN infected text;
ALTER TABLE evidence_file ADD COLUMN scan_tried_at timestamptz;
CREATE INDEX evidence_file_waiting ON evidence_file (scan_tried_at NULLS FIRST, stored_at)
  WHERE clean_at IS NULL AND infected IS NULL;
