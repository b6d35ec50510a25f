/** Each part of an installation that cannot do its work is found, on real ones that cannot. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useApi } from './support.ts';
import { useAlteredDatabase } from '../support/altered-database.ts';
import { draftRound, dispatchRound } from '../support/round.ts';
import { openEvidenceStore } from '../../client/evidence/store.ts';
import { readiness } from '../../client/readiness.ts';
import { instant } from '../../core/time.ts';
import { recordFaults } from '../../db/faults.ts';

const house = useApi();
const ordered = useAlteredDatabase(() => house.context.pool);
const parts = { database: 'ready', runs: 'ready', worker: 'ready', files: 'ready' };
const troubles = { failingRuns: 0, missedWakes: 0, retriedCommits: 0, unscannedFiles: 0 };

const ask = async () => {
  const response = await house.api.inject({ method: 'GET', url: '/readyz' });
  return { status: response.statusCode, body: response.json<unknown>() };
};

test('all parts ready is 200', async () => {
  expect(await ask()).toEqual({ status: 200, body: { isReady: true, parts, troubles } });
});

test('a database that takes no writes, or does not answer, is told as that', async () => {
  await ordered('SET default_transaction_read_only = on');
  expect(await ask()).toMatchObject({ status: 503, body: { parts: { ...parts, database: 'readOnly' } } });
  await ordered('CONNECTION LIMIT 0');
  expect(await ask()).toMatchObject({
    status: 503,
    body: { parts: { ...parts, database: 'away' }, troubles: { missedWakes: null, retriedCommits: null } },
  });
});

test('a store of files without room for two of the largest is full, and one that is no folder is away', async () => {
  const { folder } = house.context;
  const full = openEvidenceStore(folder, 2 ** 60);
  expect((await readiness({ ...house.context, store: full })).parts).toEqual({ ...parts, files: 'full' });
  const file = join(folder, 'no-folder');
  writeFileSync(file, '');
  const away = openEvidenceStore(file, 1024);
  expect((await readiness({ ...house.context, store: away })).parts).toEqual({ ...parts, files: 'away' });
  rmSync(file);
});

test('Temporal and its worker are passed on as they were found, and nobody is ready without them', async () => {
  const health = { runs: 'ready', worker: 'away', failingRuns: 3 } as const;
  const temporal = { ...house.context.temporal, health: async () => health };
  const found = await readiness({ ...house.context, temporal });
  expect(found).toEqual({
    isReady: false,
    parts: { ...parts, worker: 'away' },
    troubles: { ...troubles, failingRuns: 3 },
  });
});

test('missed wakes and records that were written only at a second try are counted, and leave it ready', async () => {
  const { pool } = house.context;
  const { roundId, itemIds } = await draftRound(pool, 3, instant(Date.now()));
  await dispatchRound(pool, roundId);
  const [one, other, third = ''] = itemIds;
  await pool.query(`UPDATE item SET next_wake_at = now() - interval '16 minutes' WHERE id = ANY($1)`, [[one, other]]);
  await pool.query(`UPDATE item SET next_wake_at = now() - interval '14 minutes' WHERE id = $1`, [third]);
  await recordFaults(pool, [{ kind: 'retried', itemId: third, details: {}, isMended: true }]);
  await recordFaults(pool, [{ kind: 'late', itemId: third, details: {}, isMended: true }]);
  const counted = { ...troubles, missedWakes: 2, retriedCommits: 1 };
  expect(await ask()).toEqual({ status: 200, body: { isReady: true, parts, troubles: counted } });
});
