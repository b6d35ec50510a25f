/** A round is rehearsed on the real workflows with skipped time, and nothing of it reaches anybody. */
import { beforeAll, expect, inject, test } from 'vitest';
import { tellRound } from '../stories.ts';
import { actor, cast } from '../../support/cast.ts';
import { contextOn } from '../../support/context.ts';
import { asAdmin, useLedger } from '../../support/ledger.ts';
import { printOf, processesOf, useRehearsalPlace } from '../../support/rehearsal.ts';
import { dispatchRound, draftRound } from '../../support/round.ts';
import { keyFiles } from '../../support/seals.ts';
import { inState } from '../../support/story.ts';
import type { Context } from '../../../client/context.ts';
import { Refused } from '../../../client/refused.ts';
import type { RehearsalAsked } from '../../../client/rehearsal/rehearsal-bodies.ts';
import { prepareRehearsal, type Rehearsed } from '../../../client/rehearsal/rehearse.ts';
import type { Progress } from '../../../client/rehearsal/script.ts';
import { differencesOf, heavyDays, mostRehearsedItems } from '../../../core/round/rehearsal.ts';
import { addDays, addMonths, instant, localDate } from '../../../core/time.ts';
import { withConnection } from '../../../db/pool.ts';
import { until as awaited } from '../../../local/until.ts';

const ledger = useLedger();
const place = useRehearsalPlace();
const today = localDate(instant(Date.now()));
const half = addMonths(today, 6);
let context: Context;

beforeAll(() => {
  const opened = contextOn({
    DATABASE_URL: ledger.current.url,
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    SMTP_URL: 'smtp://127.0.0.1:9',
    ...keyFiles,
  });
  context = { ...opened, rehearsal: place.current };
  return () => opened.close();
});

async function draft(count: number): Promise<string> {
  const { roundId } = await draftRound(ledger.current.pool, count, instant(Date.now()), { immediate: false });
  await asAdmin(ledger.current.pool, `UPDATE round SET state = 'draft' WHERE id = $1`, [roundId]);
  return roundId;
}

const watched = { told: (): void => undefined, signal: new AbortController().signal };

async function play(
  roundId: string,
  asked: Partial<RehearsalAsked>,
  told: (progress: Progress) => void = watched.told,
  signal = watched.signal,
): Promise<Rehearsed> {
  const whole = { until: half, assumption: 'nobodyActs', ...asked } as const;
  return (await prepareRehearsal(context, actor(cast.zhao), roundId, whole))({ told, signal });
}

const addressesOnStage = (): Promise<string[]> =>
  withConnection(place.current.databaseUrl, async (stage) => {
    const { rows } = await stage.query<{ email: string }>('SELECT email FROM person');
    return rows.map(({ email }) => email);
  });

const refusalOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refused) return error.refusal;
      throw error;
    },
  );

test('where nobody acts each person is reminded by day, letters climb, and the live ledger keeps every row', async () => {
  const roundId = await draft(3);
  const before = await printOf(ledger.current.pool);
  const until = addMonths(today, 8);
  const seen: Progress[] = [];
  const environments = new Set<string>();
  const looks: Promise<string[]>[] = [];
  const { before: played, after } = await play(roundId, { until, heavyFrom: 2 }, (progress) => {
    seen.push(progress);
    if (progress.on !== null && looks.length === 0) looks.push(addressesOnStage());
    for (const { environment } of processesOf(place.current)) environments.add(environment);
  });
  expect(after).toBeNull();
  expect(played).toMatchObject({ roundId, from: today, until, items: 3, finished: 0, undone: 0, heavyFrom: 2 });
  expect(played.mails).toBe(played.days.reduce((count, { mails }) => count + mails, 0));
  expect(played.days.every(({ on }) => on >= today && on <= until)).toBe(true);
  expect(new Set(played.days.map(({ personId }) => personId))).toEqual(
    new Set(['wang', 'lin', 'zhang', 'li', 'zhao', 'chen']),
  );
  expect(new Set(played.escalated.map(({ letter, personId }) => `${letter} ${personId}`))).toEqual(
    new Set(['reminderLetter wang', 'reminderLetter lin', 'supervisionLetter wang', 'supervisionLetter zhang']),
  );
  expect(heavyDays(played).every(({ mails }) => mails >= 2)).toBe(true);
  expect(heavyDays(played).length).toBeGreaterThan(0);
  expect(new Set(played.unsure.map(({ date }) => date))).toEqual(new Set(['due']));
  expect(seen.at(-1)?.mails).toBe(played.mails);
  const addresses = (await Promise.all(looks)).flat();
  expect(addresses).toContain('wang@rehearsal.invalid');
  expect(addresses.every((address) => address.endsWith('@rehearsal.invalid'))).toBe(true);
  // What is live was told to none of the processes, so none can have reached it.
  expect(environments.size).toBeGreaterThan(0);
  for (const environment of environments) {
    expect(environment).not.toContain(new URL(ledger.current.url).pathname);
    expect(environment).not.toMatch(/SMTP|127\.0\.0\.1:9\b|zhao@/);
    expect(environment).not.toContain(inject('temporalAddress'));
    for (const file of Object.values(keyFiles)) expect(environment).not.toContain(file);
  }
  expect(await printOf(ledger.current.pool)).toEqual(before);
  expect(await awaited(async () => processesOf(place.current).length === 0, { timeoutMs: 5000, everyMs: 100 })).toBe(
    true,
  );
});

test('on time means the last day but one: all is closed, and no letter leaves', async () => {
  const roundId = await draft(2);
  const { before: played } = await play(roundId, { assumption: 'onTime', until: addMonths(today, 8) });
  expect(played).toMatchObject({ items: 2, finished: 2, letters: 0, undone: 0, escalated: [] });
  expect(played.days.some(({ personId }) => personId === 'li')).toBe(true);
});

test('killed in the middle it leaves no process, nothing live has changed, and the next one clears up and says so', async () => {
  const roundId = await draft(2);
  const before = await printOf(ledger.current.pool);
  let isKilled = false;
  const killed = play(roundId, {}, ({ on }) => {
    if (on === null || isKilled) return;
    isKilled = true;
    const player = processesOf(place.current).find(({ command }) => command.includes('client/rehearsal/main.ts'));
    if (player !== undefined) process.kill(player.pid, 'SIGKILL');
  });
  await expect(killed).rejects.toThrow('ended with');
  expect(await awaited(async () => processesOf(place.current).length === 0, { timeoutMs: 10_000, everyMs: 100 })).toBe(
    true,
  );
  expect(await printOf(ledger.current.pool)).toEqual(before);
  const leftovers: boolean[] = [];
  await play(roundId, { until: addDays(today, 2) }, ({ leftover }) => leftovers.push(leftover));
  expect(leftovers[0]).toBe(true);
  await play(roundId, { until: addDays(today, 2) }, ({ leftover }) => leftovers.push(leftover));
  expect(leftovers.at(-1)).toBe(false);
});

test('broken off by whoever asked it ends at once', async () => {
  const roundId = await draft(2);
  const breakOff = new AbortController();
  const played = play(roundId, {}, ({ on }) => on !== null && breakOff.abort(new Error('enough')), breakOff.signal);
  await expect(played).rejects.toThrow('enough');
  expect(await awaited(async () => processesOf(place.current).length === 0, { timeoutMs: 10_000, everyMs: 100 })).toBe(
    true,
  );
});

test('one is played at a time', async () => {
  const roundId = await draft(1);
  const [one, other] = await Promise.allSettled([
    play(roundId, { until: addDays(today, 3) }),
    play(roundId, { until: addDays(today, 3) }),
  ]);
  const refused = [one, other].flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
  expect(refused).toEqual([expect.objectContaining({ refusal: { code: 'rehearsalUnderWay' } })]);
});

test('what cannot be rehearsed is refused before anything begins', async () => {
  const roundId = await draft(1);
  const said = async (asked: Partial<RehearsalAsked>, id = roundId) => refusalOf(play(id, asked));
  expect(await said({ until: today })).toMatchObject({ code: 'rehearsalUntil', earliest: addDays(today, 1) });
  expect(await said({ until: addMonths(today, 25) })).toMatchObject({ code: 'rehearsalUntil' });
  expect(await said({}, 'r-none')).toMatchObject({ code: 'notFound' });
  expect(await said({ assumption: 'asLastRound' })).toEqual({ code: 'noLastRound' });
  const change = { kind: 'handOver', fromId: 'wang', toId: 'lin' } as const;
  expect(await said({ change })).toEqual({ code: 'changeOfDraft' });
  const { pool } = ledger.current;
  await asAdmin(pool, `UPDATE round SET item_count = $2 WHERE id = $1`, [roundId, mostRehearsedItems + 1]);
  expect(await said({})).toEqual({
    code: 'rehearsalTooLarge',
    items: mostRehearsedItems + 1,
    most: mostRehearsedItems,
  });
  await asAdmin(pool, `UPDATE round SET state = 'launching' WHERE id = $1`, [roundId]);
  expect(await said({})).toEqual({ code: 'nothingToRehearse', state: 'launching' });
  const staff = prepareRehearsal(context, actor(cast.wang), roundId, { until: half, assumption: 'onTime' });
  expect(await refusalOf(staff)).toMatchObject({ code: 'notYours' });
  const without = { ...context, rehearsal: { ...place.current, server: '/none' } };
  const off = prepareRehearsal(without, actor(cast.zhao), roundId, { until: half, assumption: 'onTime' });
  expect(await refusalOf(off)).toEqual({ code: 'rehearsalOff' });
});

async function running(count: number): Promise<string> {
  const { roundId } = await draftRound(ledger.current.pool, count, instant(Date.now()));
  await dispatchRound(ledger.current.pool, roundId);
  await asAdmin(ledger.current.pool, `UPDATE round SET state = 'running' WHERE id = $1`, [roundId]);
  return roundId;
}

test('a hand-over of running items is rehearsed beside the round as it is: these mails to these people instead of those', async () => {
  const roundId = await running(2);
  const change = { kind: 'handOver', fromId: 'wang', toId: 'lin' } as const;
  const { before, after } = await play(roundId, { change, until: addMonths(today, 1) });
  const people = (played: Rehearsed['after']) => new Set(played?.days.map(({ personId }) => personId));
  expect(people(before).has('wang')).toBe(true);
  const late = (after?.days ?? []).filter(({ on }) => on > addDays(today, 5));
  expect(late.some(({ personId }) => personId === 'wang')).toBe(false);
  if (after === null) throw new Error('nothing was compared');
  expect(differencesOf(before, after).length).toBeGreaterThan(0);
});

test('another policy for running items moves the days on which people hear', async () => {
  const roundId = await running(2);
  const { before, after } = await play(roundId, {
    change: { kind: 'rules', policy: 'twoMonths' },
    until: addMonths(today, 3),
  });
  expect(before.letters).toBe(0);
  expect(after?.letters).toBeGreaterThan(0);
});

test('as in the last round means as long as its units took, by its facts', async () => {
  const { roundId: last } = await tellRound(ledger.current.pool, [inState('closed')], { state: 'completed' });
  await asAdmin(ledger.current.pool, `UPDATE round SET completed_at = now() WHERE id = $1`, [last]);
  const { before: played } = await play(await draft(2), { assumption: 'asLastRound', until: addMonths(today, 8) });
  expect(played).toMatchObject({ assumption: 'asLastRound', finished: 2, letters: 0 });
});
