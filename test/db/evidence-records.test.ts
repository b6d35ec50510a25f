/** Uploads of before become records: what was handed in keeps its id, what was not gets one, and no file loses its kind. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { tellRound } from '../client/stories.ts';
import { handIn } from '../support/evidence.ts';
import { useLedger } from '../support/ledger.ts';
import { inState } from '../support/story.ts';
import { withConnection } from '../../db/pool.ts';

const ledger = useLedger();
const sha256 = 'd'.repeat(64);

/** As it was before. */
const before = `
  DELETE FROM evidence_upload;
  ALTER TABLE evidence_upload DROP CONSTRAINT evidence_upload_pkey;
  ALTER TABLE evidence_upload DROP COLUMN id;
  ALTER TABLE evidence_upload DROP COLUMN media_type;
  DROP INDEX IF EXISTS evidence_upload_content;
  ALTER TABLE evidence_upload ADD PRIMARY KEY (item_id, sha256, name)`;

test('an upload of before is the record of each fact that handed it in, or one that waits', async () => {
  const { pool, url } = ledger.current;
  const story = inState('inProgress').act('addEvidence', handIn(sha256, { id: 'e7' }));
  const [itemId = ''] = (await tellRound(pool, [story])).itemIds;
  const migration = await readFile(new URL('../../db/migrations/0011_evidence_records.sql', import.meta.url), 'utf8');
  await withConnection(url, async (owner) => {
    await owner.query(before);
    await owner.query(
      `INSERT INTO evidence_file VALUES ('${sha256}', 1, 'application/pdf', now(), 'wang');
       INSERT INTO evidence_upload VALUES ('${itemId}', '${sha256}', '登记表.pdf', 'wang', now()),
                                          ('${itemId}', '${sha256}', '另一名.pdf', 'lin', now())`,
    );
    await owner.query(migration);
    const { rows } = await owner.query(
      'SELECT id, name, media_type, uploaded_by FROM evidence_upload WHERE item_id = $1 ORDER BY id',
      [itemId],
    );
    const media_type = 'application/pdf';
    expect(rows).toEqual([
      { id: 'e7', name: '登记表.pdf', media_type, uploaded_by: 'wang' },
      { id: expect.stringMatching(/^f-[0-9a-f-]{36}$/) as string, name: '另一名.pdf', media_type, uploaded_by: 'lin' },
    ]);
  });
});
