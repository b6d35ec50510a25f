-- A sheet that a unit filled in, and an admin entered for it, is kept like every other file of the item; and the newest report of
-- each item of a long list is found without reading its life.
DROP INDEX event_evidence;
DROP INDEX event_evidence_file;
CREATE INDEX event_evidence ON event (item_id, (body ->> 'sha256')) WHERE type IN ('evidenceAdded', 'progressRecorded');
CREATE INDEX event_evidence_file ON event ((body ->> 'sha256')) WHERE type IN ('evidenceAdded', 'progressRecorded');
CREATE INDEX event_report ON event (item_id, seq DESC) WHERE type IN ('progressReported', 'progressRecorded');
