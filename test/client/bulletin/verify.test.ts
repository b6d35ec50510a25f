/** A notice against the ledger: the same as long as nobody touched it, and what differs, line by line, where somebody did. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../support.ts';
import { tellDocument, tellRound, type ToldRound } from '../stories.ts';
import { actor, cast } from '../../support/cast.ts';
import { asAdmin } from '../../support/ledger.ts';
import { inState } from '../../support/story.ts';
import { setBulletinEntry } from '../../../client/bulletin/decide.ts';
import { verifyBulletin } from '../../../client/bulletin/verify.ts';
import { bulletin } from '../../../client/papers/bulletin.ts';
import { bulletinForms, type BulletinForm } from '../../../core/round/bulletin.ts';
import { at } from '../../../core/time.ts';
import { readItem } from '../../../db/items.ts';
import { appendFacts, lockItem } from '../../../db/ledger.ts';
import { transaction } from '../../../db/pool.ts';

const house = useApi();
let told: ToldRound;
const zhao = actor(cast.zhao);

beforeAll(async () => {
  const stories = [inState('closed'), inState('inProgress').act('reportProgress', { text: '已清查两处' })];
  told = await tellRound(house.context.pool, stories);
  await tellDocument(house.context.pool, told.roundId, 2);
  house.context.clock = at('2026-01-06', '10:00');
});

const saved = async (form: BulletinForm, on?: string): Promise<Uint8Array> =>
  (await bulletin(house.context, zhao, told.roundId, { form, audience: 'public', on }, 'zh-CN')).bytes;
const verified = (file: Uint8Array) => verifyBulletin(house.context, zhao, file);

/** A file in which somebody put other words in the place of some. */
function edited(file: Uint8Array, form: BulletinForm, from: string, to: string): Uint8Array {
  if (form !== 'docx') return strToU8(strFromU8(file).replaceAll(from, to));
  const parts = unzipSync(file);
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replaceAll(from, to);
  return zipSync({ ...parts, 'word/document.xml': strToU8(document) });
}

describe.each(bulletinForms)('a notice as %s', (form) => {
  test('is what the ledger says, as of any day', async () => {
    for (const on of [undefined, '2026-01-05'])
      expect(await verified(await saved(form, on))).toMatchObject({
        roundId: told.roundId,
        isSealed: true,
        isAsWritten: true,
        otherFacts: [],
        differences: [],
      });
  });

  test('shows in which line somebody wrote something else', async () => {
    const found = await verified(edited(await saved(form), form, '该问题已完成整改', '该问题已全部完成'));
    expect(found).toMatchObject({ isSealed: true, isAsWritten: false, otherFacts: [] });
    expect(found.differences).toEqual([
      {
        line: 6,
        given: '整改进展：资产已全部登记入账。该问题已全部完成。',
        expected: '整改进展：资产已全部登记入账。该问题已完成整改。',
      },
    ]);
  });

  test('shows figures that somebody changed', async () => {
    const { differences } = await verified(edited(await saved(form), form, '已完成整改1个', '已完成整改2个'));
    expect(differences.map(({ given }) => given)).toEqual([expect.stringContaining('已完成整改2个')]);
  });
});

describe('what a notice was computed from', () => {
  test('is sealed: who changes it is found out', async () => {
    const file = strFromU8(await saved('md'));
    const forged = file.replace(/"asOf":"[^"]*"/, '"asOf":"2026-01-06T01:00:00.000Z"');
    expect(forged).not.toBe(file);
    expect(await verified(strToU8(forged))).toMatchObject({ isSealed: false });
  });

  test('is said by every file, or the file is refused', async () => {
    const file = strFromU8(await saved('md')).replace(/<!--.*-->/s, '');
    await expect(verified(strToU8(file))).rejects.toMatchObject({ refusal: { code: 'bulletinUntraced' } });
    const broken = strToU8('<!-- rectify-notice {"roundId":1} -->');
    await expect(verified(broken)).rejects.toMatchObject({ refusal: { code: 'bulletinUntraced' } });
  });

  test('stays what it was, whatever was decided and whatever happened since', async () => {
    const file = await saved('docx');
    const [first = '', second = ''] = told.itemIds;
    const entry = { choice: 'publish', reason: null, title: null, result: '已入账', version: 0 } as const;
    await setBulletinEntry(house.context, zhao, told.roundId, first, entry);
    const { pool } = house.context;
    const later = inState('inProgress').act('reportProgress', { text: '已清查两处' });
    later.on('2026-01-07').act('reportProgress', { text: '已清查三处' });
    await transaction(pool, async (db) => {
      const locked = await lockItem(db, second, []);
      const event = later.events.at(-1);
      if (locked === null || event === undefined) throw new Error('no item');
      await appendFacts(db, second, locked.head, [{ event, sealed: null }]);
    });
    house.context.clock = at('2026-01-08', '10:00');
    expect(await verified(file)).toMatchObject({ isAsWritten: true, otherFacts: [], differences: [] });
    expect(strFromU8(await saved('md'))).toContain('整改进展：已入账。');
    expect(await readItem(pool, second)).not.toBeNull();
  });

  test('names the items whose facts are others than it says', async () => {
    const file = await saved('html');
    const [first = ''] = told.itemIds;
    await asAdmin(
      house.context.pool,
      `ALTER TABLE event DISABLE TRIGGER event_append_only;
       UPDATE event SET hash = repeat('0', 64), body = jsonb_set(body, '{statement}', '"另一种说法"')
       WHERE item_id = '${first}' AND (type = 'closureRequested' OR seq = (SELECT max(seq) FROM event WHERE item_id = '${first}'));
       ALTER TABLE event ENABLE TRIGGER event_append_only`,
    );
    const found = await verified(file);
    expect(found).toMatchObject({ isSealed: true, isAsWritten: true, otherFacts: ['1.1'] });
  });
});
