/** The second wall: what a reader for one unit is shown by statements that ask for everything, and that it writes nothing. */
import { beforeAll, describe, expect, test } from 'vitest';
import { tellRound, type ToldRound } from '../client/stories.ts';
import { cast } from '../support/cast.ts';
import { everything } from '../support/item-filter.ts';
import { useLedger } from '../support/ledger.ts';
import { inState, launched } from '../support/story.ts';
import { localDate, at } from '../../core/time.ts';
import { eventsOf } from '../../db/events.ts';
import { lettersOf } from '../../db/letters.ts';
import { pageOfItems } from '../../db/item-lists.ts';
import { positionsOf, readItem, readItemHead, roundsOfItems } from '../../db/items.ts';
import { mailReceiptsOf } from '../../db/mails.ts';
import { pageOfRounds, readRound, readSource, tallyOfRound } from '../../db/rounds.ts';
import { listShownPeople } from '../../db/people.ts';
import { unitReader } from '../../db/unit-reader.ts';
import { onlyRow } from '../../db/pool.ts';

const ledger = useLedger();
const today = localDate(at('2026-01-05', '10:00'));
let mixed: ToldRound;
let foreign: ToldRound;
const reader = (unitId = 'works') => unitReader(ledger.current.pool, unitId);
const idsOf = (round: ToldRound) => round.itemIds;

beforeAll(async () => {
  const { pool } = ledger.current;
  const ofWorks = launched().act('disown').act('assign', { unitId: 'works', handlerId: 'gao' });
  mixed = await tellRound(pool, [inState('inProgress'), ofWorks]);
  foreign = await tellRound(pool, [inState('submitted')]);
});

describe('a reader for one unit', () => {
  test('is shown its items and facts, and no others', async () => {
    const [ofFinance = '', ofWorks = ''] = idsOf(mixed);
    expect((await readItem(reader(), ofWorks))?.id).toBe(ofWorks);
    expect(await eventsOf(reader(), ofWorks)).not.toEqual([]);
    for (const id of [ofFinance, ...idsOf(foreign)]) {
      expect(await readItem(ledger.current.pool, id)).not.toBeNull();
      expect(await readItem(reader(), id)).toBeNull();
      expect(await readItemHead(reader(), id)).toBeNull();
      expect(await eventsOf(reader(), id)).toEqual([]);
      expect(await lettersOf(reader(), id)).toEqual([]);
      expect(await mailReceiptsOf(reader(), id)).toEqual([]);
    }
  });

  test('is shown lists, rounds and figures of its items alone, without asking for less', async () => {
    for (const words of [[], ['资金']]) {
      const page = await pageOfItems(reader(), { ...everything(today), words }, 'due', null, 50);
      expect(page.items.every(({ item }) => item.unitId === 'works')).toBe(true);
    }
    const rounds = await pageOfRounds(reader(), today, null, null, 10);
    expect(rounds.map(({ id }) => id)).toEqual([mixed.roundId]);
    expect((await tallyOfRound(reader(), mixed.roundId, today, null)).items).toBe(1);
    expect((await tallyOfRound(reader(), foreign.roundId, today, null)).items).toBe(0);
    expect([...(await positionsOf(reader(), mixed.roundId, null))]).toEqual([2]);
    expect([...(await roundsOfItems(reader(), [mixed.roundId, foreign.roundId])).keys()]).toEqual([mixed.roundId]);
  });

  test('is told how to reach its unit, who leads its items and the offices, and of the others the name', async () => {
    const shown = await listShownPeople(reader());
    expect(shown.map(({ name }) => name)).toHaveLength(Object.keys(cast).length);
    const reached = shown.filter(({ email }) => email !== null).map(({ id }) => id);
    expect(reached.sort()).toEqual(['gao', 'li', 'zhang', 'zhao']);
    const ofAll = await listShownPeople(ledger.current.pool);
    expect(ofAll.every(({ email }) => email !== null)).toBe(true);
  });

  test('gets neither the document nor what was read from it', async () => {
    await expect(readSource(reader(), mixed.roundId)).rejects.toThrow('permission denied');
    await expect(readRound(reader(), mixed.roundId)).rejects.toThrow('permission denied');
  });

  test.each([
    `UPDATE item SET state = 'closed'`,
    'DELETE FROM event',
    `INSERT INTO record_event (kind, record_id, seq, at, data, hash) VALUES ('personChanged', 'gao', 1, now(), '{}', '')`,
    'SELECT password_hash FROM person',
    'SELECT email FROM person',
    'SELECT phone FROM person',
    'SELECT token_hash FROM session',
    'SELECT secret FROM second_factor',
    'CREATE TABLE mine ()',
  ])('is refused: %s', async (statement) => {
    await expect(reader().query(statement)).rejects.toThrow('permission denied');
  });

  test('without a unit is shown nothing', async () => {
    for (const id of [...idsOf(mixed), ...idsOf(foreign)]) expect(await readItem(reader(''), id)).toBeNull();
    expect(await pageOfRounds(reader(''), today, null, null, 10)).toEqual([]);
  });

  test('leaves the connection as it was', async () => {
    const { pool } = ledger.current;
    await Promise.all(Array.from({ length: 20 }, () => readItem(reader(), 'none')));
    const who = async () =>
      onlyRow(
        (await pool.query<{ who: string }>(`SELECT current_user || current_setting('rectify.unit', true) AS who`)).rows,
      ).who;
    expect(new Set(await Promise.all(Array.from({ length: 20 }, who)))).toEqual(new Set(['rectify_app']));
  });
});
