/** A letter as a document: for whoever may see its item, once it has left. */
import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { tellRound, type ToldRound } from '../client/stories.ts';
import { cast, type CastMember } from '../support/cast.ts';
import { letterContents } from '../support/letters.ts';
import { inState } from '../support/story.ts';
import type { ItemDetail } from '../../api/contract.ts';
import { numberLetter } from '../../db/letters.ts';
import { transaction } from '../../db/pool.ts';
import { docxMediaType } from '../../documents/paper/docx.ts';
import { textOf } from '../../documents/readers/text-of.ts';

const house = useApi();
let told: ToldRound;
/** The first letter has left, the second waits. */
const late = inState('inProgress').passUntil('2026-07-15');

const get = (who: CastMember, path: string) => house.as(who, { method: 'GET', url: encodeURI(path) });

describe('a letter of an item', () => {
  const letter = (rest: string) => `/api/items/${told.itemIds[0]}/letters/${rest}`;
  let seq = 0;

  beforeAll(async () => {
    told = await tellRound(house.context.pool, [late]);
    const [itemId = ''] = told.itemIds;
    const escalated = late.events.find(({ type }) => type === 'escalated');
    seq = escalated?.seq ?? 0;
    const contents = { ...letterContents, title: '=1+1 <b>资产</b>' };
    const issued = { itemId, seq, roundId: told.roundId, kind: 'reminderLetter', series: '' };
    await transaction(house.context.pool, (db) =>
      numberLetter(db, { ...issued, issuedAt: '2026-07-07T01:00:00.000Z', contents }),
    );
  });

  test('is handed to whoever may see the item, in the language that is asked for', async () => {
    const { headers, rawPayload } = await get(cast.wang, letter(String(seq)));
    expect(headers['content-type']).toBe(docxMediaType);
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain('云水整督〔2026〕1号 提醒函.docx');
    const text = await textOf(new Uint8Array(rawPayload));
    expect(text).toContain('云水整督〔2026〕1号');
    expect(text).toContain('=1+1 <b>资产</b>');
    const english = await get(cast.li, letter(`${seq}?lang=en`));
    expect(await textOf(new Uint8Array(english.rawPayload))).toContain('was first due on 6 July 2026');
  });

  test('is not there for others, nor before it has left, nor under no number of a fact', async () => {
    expect((await get(cast.gao, letter(String(seq)))).statusCode).toBe(404);
    const waiting = late.events.findLast(({ type }) => type === 'escalated')?.seq;
    expect((await get(cast.zhao, letter(String(waiting)))).json()).toMatchObject({
      code: 'notFound',
      facts: { what: 'letter', id: String(waiting) },
    });
    expect((await get(cast.zhao, letter('first'))).statusCode).toBe(400);
  });

  test('stands on the page of the item with its number, and without one while it waits', async () => {
    const { letters } = (await get(cast.wang, `/api/items/${told.itemIds[0]}`)).json<ItemDetail>();
    expect(letters.map(({ kind, year, number }) => [kind, year, number])).toEqual([
      ['reminderLetter', 2026, 1],
      ['supervisionLetter', null, null],
    ]);
  });
});
