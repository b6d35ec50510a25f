import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { tellRound, type ToldRound } from '../client/stories.ts';
import { cast, type CastMember } from '../support/cast.ts';
import { inState, launched, type Story } from '../support/story.ts';
import type { MailPage, ItemDetail, ItemExplanation, ItemPage, RoundPage } from '../../api/contract.ts';
import type { MailTrouble } from '../../core/item/mail-trouble.ts';
import { at } from '../../core/time.ts';

const house = useApi();

/** Given to the works office before launch. */
const ofWorks = (): Story => {
  const story = launched().act('disown').act('assign', { unitId: 'works', handlerId: 'gao' });
  return story.act('signFor', {}, cast.gao);
};

let told: ToldRound;
beforeAll(async () => {
  const { context } = house;
  told = await tellRound(context.pool, [
    inState('inProgress'),
    inState('submitted'),
    inState('closed'),
    ofWorks(),
    launched().passUntil('2026-07-20'),
    inState('inProgress').act('requestExtension'),
    inState('assigned'),
  ]);
  context.clock = at('2026-07-21', '10:00');
});

const page = async (query: string, member: CastMember = cast.zhao): Promise<ItemPage> => {
  const response = await house.as(member, { method: 'GET', url: `/api/items?${query}` });
  expect(response.statusCode, response.body).toBe(200);
  return response.json<ItemPage>();
};
const positions = ({ items }: ItemPage) => items.map(({ position }) => position);
const detail = async (position: number, member: CastMember = cast.zhao): Promise<ItemDetail> => {
  const response = await house.as(member, { method: 'GET', url: `/api/items/${told.itemIds[position - 1]}` });
  expect(response.statusCode, response.body).toBe(200);
  return response.json<ItemDetail>();
};

describe('a list of items', () => {
  test('shows each with its light, its date and whose turn it is', async () => {
    const { items, total } = await page('');
    expect(total).toEqual({ count: 7, isExact: true });
    expect(items.map(({ state, light, workingDaysLeft }) => `${state} ${light} ${workingDaysLeft}`)).toEqual([
      'inProgress red -11',
      'submitted red -11',
      'closed done null',
      'assigned red -11',
      'assigned red -11',
      'inProgress red -11',
      'assigned red -11',
    ]);
    expect(items[4]).toMatchObject({
      escalationLevel: 3,
      firstDueOn: '2026-07-06',
      turn: { party: 'unit', act: 'signFor', isMine: false },
    });
  });

  test.each([
    ['state=assigned', [4, 5, 7]],
    ['light=done', [3]],
    ['light=red', [1, 2, 4, 5, 6, 7]],
    ['unit=works', [4]],
    ['q=%E4%B9%8B2', [2]],
    ['round=r-none', []],
    ['state=assigned&unit=finance&light=red', [5, 7]],
  ])('is narrowed by %s', async (query, expected) => {
    const found = await page(query);
    expect(positions(found)).toEqual(expected);
    expect(found.total.count).toBe(expected.length);
  });

  test('goes on page by page to the end', async () => {
    for (const sort of ['position', 'due']) {
      const seen: number[] = [];
      let next: string | null = '';
      while (next !== null) {
        const found: ItemPage = await page(`limit=3&sort=${sort}${next === '' ? '' : `&after=${next}`}`);
        expect(found.total.count).toBe(7);
        seen.push(...positions(found));
        ({ next } = found);
      }
      expect(seen.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    }
  });

  test('refuses a place that it did not give', async () => {
    for (const after of ['x', 'not base64', Buffer.from('财').toString('base64url')]) {
      const response = await house.as(cast.zhao, {
        method: 'GET',
        url: `/api/items?after=${encodeURIComponent(after)}`,
      });
      expect(response.statusCode).toBe(400);
      expect(response.json<{ code: string }>().code).toBe('badCursor');
    }
  });

  test('shows staff the items of their unit alone, and counts no others', async () => {
    expect(positions(await page('', cast.wang))).toEqual([1, 2, 3, 5, 6, 7]);
    const works = await page('', cast.gao);
    expect(positions(works)).toEqual([4]);
    expect(works.total.count).toBe(1);
    expect(positions(await page('unit=finance', cast.gao))).toEqual([]);
  });

  test('of what waits for me differs from person to person', async () => {
    expect(positions(await page('mine=true', cast.wang))).toEqual([1, 5, 7]);
    expect(positions(await page('mine=true', cast.lin))).toEqual([]);
    expect(positions(await page('mine=true', cast.gao))).toEqual([4]);
    expect(positions(await page('mine=true', cast.zhang))).toEqual([2]);
    expect(positions(await page('mine=true', cast.li))).toEqual([6]);
    expect(positions(await page('mine=true', cast.zhao))).toEqual([6]);
  });

  test('offers each reader the acts that are theirs', async () => {
    const acts = async (member: CastMember, position: number) =>
      (await page('', member)).items.find((row) => row.position === position)?.acts;
    // The item is overdue: a wish for more time would be refused, so the office sets a date.
    expect(await acts(cast.wang, 1)).toEqual([
      ...['revisePlan', 'reportProgress', 'markMeasures', 'addEvidence', 'requestClosure', 'requestPause'],
    ]);
    const ofOffice = ['setDueDate', 'fixDueDate', 'requestPause', 'classify', 'urge', 'issueLetter', 'recordInterview'];
    expect(await acts(cast.li, 1)).toEqual(ofOffice);
    expect(await acts(cast.zhang, 2)).toEqual(['return', 'endorse']);
    expect(await acts(cast.li, 2)).toEqual(['return', 'classify', 'urge', 'recordInterview']);
    expect(await acts(cast.zhao, 3)).toEqual(['reopen']);
  });
});

describe('an item', () => {
  test('tells its whole life, with a chain that holds', async () => {
    const item = await detail(3);
    expect(item.events.map(({ type }) => type)).toEqual([
      'imported',
      'assigned',
      'dispatched',
      'signedFor',
      'planSubmitted',
      'planApproved',
      'closureRequested',
      'endorsed',
      'closed',
    ]);
    expect(item).toMatchObject({ chainVerified: true, stepsAhead: [], sourceMeasures: ['逐项登记资产'] });
    expect(item.item).toMatchObject({ state: 'closed', closure: { by: 'li' } });
  });

  test('shows a fact that was changed behind the ledger’s back', async () => {
    const { pool } = house.context;
    const itemId = (await tellRound(pool, [inState('closed')])).itemIds[0] ?? '';
    const owner = await pool.connect();
    try {
      await owner.query('SET ROLE NONE');
      await owner.query('ALTER TABLE event DISABLE TRIGGER event_append_only');
      await owner.query(
        `UPDATE event SET body = jsonb_set(body, '{by}', '"gao"') WHERE item_id = $1 AND type = 'closed'`,
        [itemId],
      );
      await owner.query('ALTER TABLE event ENABLE TRIGGER event_append_only');
      await owner.query('SET ROLE rectify_app');
    } finally {
      owner.release();
    }
    const response = await house.as(cast.zhao, { method: 'GET', url: `/api/items/${itemId}` });
    expect(response.json<ItemDetail>().chainVerified).toBe(false);
  });

  test('explains each of its dates to whoever sees it', async () => {
    const url = `/api/items/${told.itemIds[5]}/explanation`;
    const answer = await house.as(cast.wang, { method: 'GET', url });
    const { dates, turn, steps, news, rules } = answer.json<ItemExplanation>();
    expect(dates.map(({ on }) => on)).toEqual(['2026-01-08', '2026-02-04', '2026-07-06']);
    expect(turn).toMatchObject({ party: 'inspectionOffice', counted: { making: { count: 5 } } });
    expect(steps).toMatchObject([{ seq: null, step: { kind: 'reviewWaiting' } }]);
    expect(news.map(({ kind }) => kind)).toEqual(['assigned', 'planSubmitted', 'planApproved', 'extensionRequested']);
    expect(rules).toEqual({ policy: 1, calendar: 1 });
    expect((await house.as(cast.gao, { method: 'GET', url })).statusCode).toBe(404);
  });

  test('says what comes next', async () => {
    expect((await detail(5)).stepsAhead).toMatchObject([
      { kind: 'signOverdue', level: 0, dueOn: '2026-01-08' },
      { kind: 'overdue', level: 4, dueOn: '2026-07-06', letter: null, unknownYears: [] },
    ]);
  });

  test('that one may not see is not there, in the words for what does not exist', async () => {
    const hidden = await house.as(cast.gao, { method: 'GET', url: `/api/items/${told.itemIds[0]}` });
    const missing = await house.as(cast.gao, { method: 'GET', url: '/api/items/r-none-01' });
    expect([hidden.statusCode, missing.statusCode]).toEqual([404, 404]);
    const words = (text: string, id: string) => text.replaceAll(id, '');
    expect(words(hidden.body, told.itemIds[0] ?? '')).toBe(words(missing.body, 'r-none-01'));
  });

  test('shows what became of each mail', async () => {
    const { pool } = house.context;
    const [itemId] = told.itemIds;
    await pool.query(
      `INSERT INTO mail (message_id, person_id, kind, slot, state, next_try_at, sent_at, subject)
       VALUES ('<one@x>', 'wang', 'digest', $1, 'sent', $1, $1, '今日提醒')`,
      ['2026-07-03T01:00:00.000Z'],
    );
    const refused: MailTrouble = { code: 'refused', said: '550' };
    await pool.query(
      `INSERT INTO mail (message_id, person_id, kind, slot, state, next_try_at, trouble)
       VALUES ('<two@x>', 'li', 'digest', $1, 'failed', $1, $2)`,
      ['2026-07-03T01:00:00.000Z', refused],
    );
    await pool.query(
      `INSERT INTO mail_line (item_id, seq, person_id, kind, send_at, mail_id, skipped)
       VALUES ($1, 3, 'wang', 'assigned', $2, (SELECT id FROM mail WHERE message_id = '<one@x>'), NULL),
              ($1, 4, 'zhang', 'reminder', $2, NULL, 'answered'),
              ($1, 5, 'wang', 'reminder', '2026-08-03T01:00:00Z', NULL, NULL),
              ($1, 5, 'li', 'reminder', $2, (SELECT id FROM mail WHERE message_id = '<two@x>'), NULL)`,
      [itemId, '2026-07-03T01:00:00.000Z'],
    );
    const receipts = (await detail(1)).mails.map(({ state, personId, sentAt, skipped, trouble }) => ({
      state,
      personId,
      sentAt,
      skipped,
      trouble,
    }));
    expect(receipts).toEqual([
      { state: 'sent', personId: 'wang', sentAt: '2026-07-03T01:00:00.000Z', skipped: null, trouble: null },
      { state: 'skipped', personId: 'zhang', sentAt: null, skipped: 'answered', trouble: null },
      { state: 'planned', personId: 'wang', sentAt: null, skipped: null, trouble: null },
      { state: 'failed', personId: 'li', sentAt: null, skipped: null, trouble: { code: 'refused', said: '550' } },
    ]);
  });
});

describe('the mail log', () => {
  test('shows mails and what waits, and lets what waits leave now', async () => {
    const { context } = house;
    const read = async () =>
      (await house.as(cast.zhao, { method: 'GET', url: '/api/mails' })).json<{ mails: object[]; waiting: object[] }>();
    const before = await read();
    expect(before.mails).toMatchObject([
      { messageId: '<two@x>', state: 'failed', trouble: { code: 'refused', said: '550' } },
      { messageId: '<one@x>', state: 'sent', lines: 1 },
    ]);
    expect(before.waiting).toEqual([{ slot: '2026-08-03T01:00:00.000Z', lines: 1 }]);
    const sent = await house.as(cast.zhao, { method: 'POST', url: '/api/mails/send-now' });
    expect(sent.statusCode).toBe(202);
    expect(sent.json()).toEqual({ lines: 1 });
    expect(context.temporal.relays).toBe(1);
    expect((await read()).waiting).toEqual([{ slot: context.now(), lines: 1 }]);
    const { rows } = await context.pool.query(`SELECT by, data FROM record_event WHERE kind = 'mailsHurried'`);
    expect(rows).toEqual([{ by: 'zhao', data: { lines: 1 } }]);
  });

  test('says whom nothing reaches, and sends again what was refused', async () => {
    const page = async () => (await house.as(cast.zhao, { method: 'GET', url: '/api/mails' })).json<MailPage>();
    const trouble = { code: 'refused', said: '550' };
    expect((await page()).unreached).toMatchObject([{ personId: 'li', mails: 1, trouble }]);
    const again = (url: string) => house.as(cast.zhao, { method: 'POST', url });
    const { id } = (await page()).mails.find(({ state }) => state === 'failed') ?? { id: 0 };
    expect((await again(`/api/mails/${id}/send-again`)).json()).toEqual({ mails: 1 });
    expect(await page()).toMatchObject({ unreached: [] });
    const refused = [await again(`/api/mails/${id}/send-again`), await again('/api/people/li/send-mails-again')];
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([404, 404]);
  });

  test('says which mails may have arrived twice, how many, and lists them alone', async () => {
    await house.context.pool.query(
      `INSERT INTO mail (message_id, person_id, kind, slot, state, unanswered, next_try_at)
       VALUES ('<twice@x>', 'wang', 'digest', now(), 'sent', 2, now()), ('<later@x>', 'wang', 'digest', now(), 'planned', 1, now())`,
    );
    const read = async (query: string) =>
      (await house.as(cast.zhao, { method: 'GET', url: `/api/mails${query}` })).json<MailPage>();
    const all = await read('');
    expect(all.mayHaveDoubled).toBe(1);
    const doubts = all.mails.map(({ messageId, unanswered, mayHaveDoubled }) => [
      messageId,
      unanswered,
      mayHaveDoubled,
    ]);
    expect(doubts).toContainEqual(['<twice@x>', 2, true]);
    expect(doubts).toContainEqual(['<later@x>', 1, false]);
    expect((await read('?mayHaveDoubled=true')).mails.map(({ messageId }) => messageId)).toEqual(['<twice@x>']);
  });
});

test('a round counts its items by light', async () => {
  const response = await house.as(cast.zhao, { method: 'GET', url: '/api/rounds' });
  const round = response.json<RoundPage>().rounds.find(({ id }) => id === told.roundId);
  expect(round).toMatchObject({
    itemCount: 7,
    assignedCount: 7,
    closedCount: 1,
    lights: { red: 6, yellow: 0, green: 0, idle: 0, done: 1 },
  });
});
