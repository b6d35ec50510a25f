-- An upload is a record: its id is what an act names, its kind is that judged at this upload, whatever others call the same
-- bytes. What was handed in before keeps the id that its fact gave it.
ALTER TABLE evidence_upload ADD COLUMN id text;
ALTER TABLE evidence_upload ADD COLUMN media_type text;
ALTER TABLE evidence_upload DROP CONSTRAINT evidence_upload_pkey;

INSERT INTO evidence_upload (item_id, sha256, name, uploaded_by, uploaded_at, id)
  SELECT DISTINCT ON (event.item_id, event.body ->> 'evidenceId')
         event.item_id, upload.sha256, upload.name, event.by, upload.uploaded_at, event.body ->> 'evidenceId'
  FROM event JOIN evidence_upload AS upload
    ON upload.item_id = event.item_id AND upload.sha256 = event.body ->> 'sha256' AND upload.name = event.body ->> 'name'
  WHERE event.type = 'evidenceAdded';
DELETE FROM evidence_upload AS upload
  WHERE id IS NULL AND EXISTS (
    SELECT FROM evidence_upload AS named
    WHERE named.id IS NOT NULL AND (named.item_id, named.sha256, named.name) = (upload.item_id, upload.sha256, upload.name));
UPDATE evidence_upload SET id = 'f-' || gen_random_uuid() WHERE id IS NULL;
UPDATE evidence_upload SET media_type = (SELECT media_type FROM evidence_file AS file WHERE file.sha256 = evidence_upload.sha256);

ALTER TABLE evidence_upload ALTER COLUMN media_type SET NOT NULL;
ALTER TABLE evidence_upload ADD PRIMARY KEY (item_id, id);
CREATE INDEX evidence_upload_content ON evidence_upload (item_id, sha256);
