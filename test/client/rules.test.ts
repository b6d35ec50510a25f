import { beforeAll, describe, expect, test } from 'vitest';
import { actor, cast } from '../support/cast.ts';
import { itemInLedger } from '../support/ledger.ts';
import { draftRound, launchRound, type DraftRound } from '../support/round.ts';
import { useWork } from '../support/work.ts';
import { addYear, calendars } from '../../client/rules/calendars.ts';
import { applyRules } from '../../client/rules/apply.ts';
import { previewRules, type RulesPreview } from '../../client/rules/change.ts';
import { explainItem } from '../../client/items/explain.ts';
import { verifyLedger } from '../../client/verify.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  instant,
  localDate,
  millis,
  weekday,
  type LocalDate,
} from '../../core/time.ts';
import { workingDayFrom } from '../../core/rules/calendar.ts';
import { holidayNames } from '../../core/rules/calendar-faults.ts';
import { defaultPolicy } from '../../core/rules/policy.ts';
import { eventsOf } from '../../db/events.ts';
import { until } from '../../local/until.ts';

const work = useWork();
const zhao = actor(cast.zhao);
const reason = '节假日安排公布后，日期随之调整。';

/** Launched a month ago, when nobody knew of any holiday; a Monday to Friday. */
const startsOn = workingDayFrom({}, addDays(localDate(instant(Date.now())), -30));
const dueIn = (months: number): LocalDate => workingDayFrom({}, addMonths(startsOn, months));
/** The day of the one reminder of a round that moves nowhere: it was sent, and becomes a holiday afterwards. */
const reminded = workingDayFrom({}, addDays(startsOn, 20));
const policyOf = (periodMonths: number) => ({
  ...defaultPolicy,
  signWithinWorkingDays: null,
  reviewWithinWorkingDays: null,
  planReminders: [],
  periodMonths,
  reminders: [{ daysBefore: daysBetween(reminded, dueIn(periodMonths)), to: ['handler' as const] }],
});
const [quietMonths, movedMonths] = [5, 7];

/** The statutory ones stand where they are in nobody's way. */
function yearWith(year: string, free: readonly LocalDate[]) {
  const days: LocalDate[] = [];
  for (let date = `${year}-08-01`; days.length < holidayNames.length; date = addDays(date, 1))
    if (!free.includes(date) && weekday(date) > 5 && ![dueIn(quietMonths), dueIn(movedMonths)].includes(date))
      days.push(date);
  const named = holidayNames.map((name, index) => ({ name, from: days[index] ?? '', to: days[index] ?? '' }));
  const own = free.filter((date) => date.startsWith(year)).map((date) => ({ name: '校庆', from: date, to: date }));
  return { year: Number(year), source: `关于${year}年的通知`, holidays: [...named, ...own], workOn: [] };
}

const yearsOf = (dates: readonly LocalDate[]) => [...new Set(dates.map((date) => date.slice(0, 4)))];
const free = [reminded, dueIn(movedMonths)];

let quiet: DraftRound;
let moved: DraftRound;
let before: RulesPreview;
const ids = () => [...quiet.itemIds, ...moved.itemIds];
const linesOf = async (kind: string) => {
  const { rows } = await work.pool.query<{ item_id: string; person_id: string }>(
    'SELECT item_id, person_id FROM mail_line WHERE kind = $1 AND item_id = ANY($2) ORDER BY item_id, person_id',
    [kind, ids()],
  );
  return rows.map(({ item_id, person_id }) => `${item_id} ${person_id}`);
};
const factsOf = async (itemId: string) => (await eventsOf(work.pool, itemId)).map(({ event }) => event);
const remindersOf = async (itemId: string) => (await factsOf(itemId)).filter(({ type }) => type === 'reminded').length;

beforeAll(async () => {
  const at = instant(millis(`${startsOn}T02:00:00.000Z`));
  quiet = await draftRound(work.pool, 3, at, { policy: policyOf(quietMonths), calendar: {} });
  moved = await draftRound(work.pool, 2, at, { policy: policyOf(movedMonths), calendar: {} });
  for (const { roundId } of [quiet, moved]) await launchRound(work.context, roundId);
  const isReminded = async () => (await Promise.all(ids().map(remindersOf))).every((count) => count === 1);
  if (!(await until(isReminded, { timeoutMs: 60_000 }))) throw new Error('the reminder of the past was not taken');
  for (const year of yearsOf(free)) await addYear(work.context, zhao, { year: yearWith(year, free) });
  before = await previewRules(work.context, zhao, { rounds: [quiet.roundId, moved.roundId] });
}, 90_000);

describe('a year that is published after the launch', () => {
  test('is a version of the calendar; those before stay to be read, and the same year again adds none', async () => {
    const versions = await calendars(work.context, zhao);
    expect(versions.map(({ version }) => version)).toEqual(
      [...Array(versions.length).keys()].map((n) => n + 1).reverse(),
    );
    const [newest] = versions;
    const again = await addYear(work.context, zhao, { year: yearWith(yearsOf(free).at(-1) ?? '', free) });
    expect(again.version).toBe(newest?.version);
  });

  test('is previewed: the dates that would move, old and new, and who would be told; and nothing has moved', async () => {
    const to = workingDayFrom({}, addDays(dueIn(movedMonths), 1));
    expect(before.looked).toBe(5);
    expect(before.moved.map(({ itemId, moves, told }) => ({ itemId, moves, told: told.toSorted() }))).toEqual(
      moved.itemIds.map((itemId) => ({
        itemId,
        moves: [{ date: 'due', from: dueIn(movedMonths), to }],
        told: [cast.wang.id, cast.zhang.id],
      })),
    );
    for (const itemId of moved.itemIds) expect((await itemInLedger(work.pool, itemId)).dueOn).toBe(dueIn(movedMonths));
  });

  test('reaches the items under way: each moved date is a fact that tells why, in a sealed act of the admin', async () => {
    const applied = await applyRules(work.context, zhao, { rounds: [quiet.roundId, moved.roundId], reason });
    expect(applied).toEqual({ rounds: 2, begun: 5, moved: 2, refused: [] });
    const newest = (await calendars(work.context, zhao))[0]?.version;
    for (const itemId of moved.itemIds) {
      expect((await factsOf(itemId)).at(-1)).toMatchObject({
        ...{ type: 'datesMoved', by: cast.zhao.id, reason, rules: { policy: 1, calendar: newest } },
        moves: before.moved[0]?.moves,
      });
      const { rows } = await work.pool.query(
        'SELECT FROM event WHERE item_id = $1 AND type = $2 AND sealed IS NOT NULL',
        [...[itemId, 'datesMoved']],
      );
      expect(rows).toHaveLength(1);
      const { dates, rules } = await explainItem(work.context, zhao, itemId);
      expect(rules.calendar).toBe(newest);
      expect(dates.find(({ date }) => date === 'due')?.settings.at(-1)?.making).toMatchObject({
        kind: 'recounted',
        reason,
      });
    }
    expect((await verifyLedger(work.context, zhao)).breaches.filter(({ kind }) => kind !== 'source')).toEqual([]);
  });

  test('a calendar change does not mail everybody: once those whose date moved, and nobody of a day that is over', async () => {
    const told = before.moved.flatMap(({ itemId, told: people }) => people.map((id) => `${itemId} ${id}`)).sort();
    expect(await linesOf('datesMoved')).toEqual(told);
    // The runs that began anew have had their first look at what is due.
    for (const itemId of ids()) await work.runOf(itemId).query('position');
    for (const itemId of ids()) expect(await remindersOf(itemId), itemId).toBe(1);
    expect(await linesOf('reminder')).toHaveLength(5);
  });

  test('applied again changes nothing', async () => {
    const seqs = () => Promise.all(ids().map(async (itemId) => (await itemInLedger(work.pool, itemId)).seq));
    const standing = await seqs();
    const again = await applyRules(work.context, zhao, { rounds: [quiet.roundId, moved.roundId], reason });
    expect(again).toEqual({ rounds: 0, begun: 0, moved: 0, refused: [] });
    expect(await seqs()).toEqual(standing);
    expect((await previewRules(work.context, zhao, { rounds: [quiet.roundId] })).moved).toEqual([]);
  });
});

describe('a policy for a round under way', () => {
  const policy = { ...policyOf(quietMonths), periodMonths: quietMonths + 1 };

  test('broken off after its rules were written, it is finished by the same press', async () => {
    const { temporal } = work.context;
    const broken = { ...work.context, temporal: { ...temporal, begin: () => Promise.reject(new Error('gone')) } };
    const given = { rounds: [quiet.roundId], policy, reason };
    await expect(applyRules(broken, zhao, given)).rejects.toThrow('gone');
    expect(await applyRules(work.context, zhao, given)).toEqual({ rounds: 0, begun: 3, moved: 3, refused: [] });
    expect(await applyRules(work.context, zhao, given)).toEqual({ rounds: 0, begun: 0, moved: 0, refused: [] });
    for (const itemId of quiet.itemIds) expect(await remindersOf(itemId)).toBe(1);
  });

  test('is for admins, and for rounds that are under way', async () => {
    const given = { rounds: [quiet.roundId], reason };
    await expect(applyRules(work.context, actor(cast.li), given)).rejects.toMatchObject({
      refusal: { code: 'notYours' },
    });
    await expect(previewRules(work.context, zhao, { rounds: ['r-none'] })).rejects.toMatchObject({
      refusal: { code: 'notFound', what: 'round' },
    });
    await expect(previewRules(work.context, zhao, { rounds: null, calendar: 99 })).rejects.toMatchObject({
      refusal: { code: 'notFound', what: 'calendar' },
    });
    await expect(previewRules(work.context, zhao, { rounds: null, policy: {} })).rejects.toMatchObject({
      refusal: { code: 'policyFaults' },
    });
  });
});
