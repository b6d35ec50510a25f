/** Progress of a unit without accounts, through the real engine: a fact of the item, seen wherever its newest report is told. */
import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { actor, cast } from '../../support/cast.ts';
import { useWork } from '../../support/work.ts';
import { lifeOf } from '../../../client/bulletin/gather.ts';
import { recordProgress } from '../../../client/forms/progress.ts';
import { readableItem } from '../../../client/items/items.ts';
import { reviewFile } from '../../../client/papers/review-file.ts';
import { roundSheet } from '../../../client/papers/round-sheet.ts';
import { readEvidence } from '../../../client/evidence/evidence.ts';
import { firstBreak } from '../../../db/chain.ts';
import { eventsOf } from '../../../db/events.ts';

const work = useWork();
const admin = actor(cast.zhao);
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const sheet = (text: string) => ({
  name: '进展.csv',
  bytes: Buffer.from(`编号,进展情况,填报日期,填报人\n1.2,${text},${today},苏敏\n`),
});

it('is recorded once however often it is handed in, with its file, and is the newest report everywhere', async () => {
  const [, itemId = ''] = await work.launch(2);
  const roundId = itemId.slice(0, itemId.lastIndexOf('-'));
  const first = await recordProgress(work.context, admin, roundId, sheet('已补登'));
  expect(first).toMatchObject({ refused: [], entries: [{ outcome: 'added' }] });
  for (const again of [sheet('已补登'), { ...sheet('已补登'), name: '另存.csv' }])
    expect(await recordProgress(work.context, admin, roundId, again)).toMatchObject({
      refused: [],
      entries: [{ outcome: 'same' }],
    });
  await recordProgress(work.context, admin, roundId, sheet('已核对'));

  const links = await eventsOf(work.pool, itemId);
  expect(links.slice(3).map(({ event }) => [event.type, event.by])).toEqual([
    ['progressRecorded', 'zhao'],
    ['progressRecorded', 'zhao'],
  ]);
  expect(firstBreak(itemId, links)).toBeNull();
  const facts = links.map(({ event }) => event);
  expect(lifeOf(roundId, itemId, facts).progress).toBe('已核对');

  const { record } = await readableItem(work.context, admin, itemId);
  expect(record.item).toEqual(lifeOf(roundId, itemId, facts).item);
  expect(record.item).toMatchObject({ state: 'assigned', progress: null, evidence: [{ name: '进展.csv' }, {}] });
  const file = await readEvidence(work.context, actor(cast.wang), itemId, record.item.evidence[0]?.id ?? '');
  expect(file).toMatchObject({ name: '进展.csv', mediaType: 'text/csv' });
  file.stream.destroy();

  const ledger = await roundSheet(work.context, admin, roundId, { sheet: 'ledger' }, 'zh-CN');
  const review = await reviewFile(work.context, admin, itemId, 'zh-CN');
  for (const { bytes } of [ledger, review]) {
    const told = JSON.stringify((await readXlsx(bytes)).sheets.map(({ rows }) => rows));
    expect(told).toContain('已核对');
  }
});
