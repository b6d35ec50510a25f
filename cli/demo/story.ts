/** The demo's story: a document becomes a round, people and time act on it for months, and the ledger says what became of it. */
import type { DemoClock } from './clock.ts';
import type { Diary } from './diary.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { perform } from './people.ts';
import { courseOf, plot } from './plot.ts';
import type { Context } from '../../client/context.ts';
import { assignItems } from '../../client/rounds/assign.ts';
import { importRound } from '../../client/rounds/import.ts';
import { launchRound } from '../../client/rounds/launch.ts';
import { carriers, samplePassword, writeSamplePeople } from '../../client/sample.ts';
import { hashPassword } from '../../client/people/passwords.ts';
import type { FastTemporal } from '../../client/temporal.ts';
import type { Notice } from '../../core/round/notice.ts';
import { at, localDate } from '../../core/time.ts';
import { unknownYears } from '../../core/rules/calendar.ts';
import { itemsOfRound } from '../../db/items.ts';
import { transaction } from '../../db/pool.ts';
import { readRound } from '../../db/rounds.ts';

export interface Stage {
  readonly context: Context;
  readonly temporal: FastTemporal;
  readonly clock: DemoClock;
  readonly diary: Diary;
  readonly say: (line: string) => void;
  /** A word of the narrator about years that nobody has published yet. */
  readonly sayUnknownYears: (years: readonly string[]) => void;
}

const admin = { personId: 'zhao', roles: ['admin'], unitId: 'inspection', inInspectionOffice: true } as const;

/** Mornings, after the mails of the day have left. */
const actsAt = '10:01';

export async function playRound(stage: Stage, source: string, notice: Notice): Promise<Outcome> {
  const { context, clock, temporal, diary, say } = stage;
  const startsOn = localDate(clock.now());
  const roundId = await prepare(context, source, notice, startsOn);
  await launchRound(context, admin, roundId);
  await untilLaunched(context, roundId);
  const tell = async () => {
    for (const line of await diary.news(roundId)) say(line);
  };
  await tell();

  const items = await itemsOfRound(context.pool, roundId);
  const round = await readRound(context.pool, roundId);
  const dueOn = items[0]?.item.dueOn;
  if (round === null || dueOn === null || dueOn === undefined) throw new Error('the round was not launched');
  const courses = items.map((_, index) => courseOf(index, items.length));
  const { acts, endsOn } = plot(courses, startsOn, dueOn, round.calendar);
  stage.sayUnknownYears(unknownYears(round.calendar, startsOn, endsOn));
  for (const [day, todays] of Map.groupBy(acts, ({ on }) => on)) {
    await clock.passUntil(context, temporal, roundId, at(day, actsAt));
    await tell();
    for (const act of todays) await perform(context, items[act.index]?.id ?? '', act);
    await tell();
  }
  await clock.passUntil(context, temporal, roundId, at(endsOn, actsAt));
  await tell();
  return outcomeOf(context.pool, roundId);
}

async function prepare(context: Context, source: string, notice: Notice, startsOn: string): Promise<string> {
  const passwordHash = await hashPassword(samplePassword);
  await transaction(context.pool, (db) => writeSamplePeople(db, passwordHash, context.now()));
  const title = (notice.title ?? notice.organ ?? startsOn).slice(0, 200);
  const { id } = await importRound(context, admin, { title, source, notice, startsOn, immediateItems: [] });
  const items = await itemsOfRound(context.pool, id);
  const assignments = items.map((item, index) => ({
    itemId: item.id,
    ...(carriers[index % carriers.length] ?? carriers[0]),
  }));
  await assignItems(context, admin, id, assignments);
  return id;
}

async function untilLaunched({ pool }: Context, roundId: string): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50)))
    if ((await readRound(pool, roundId))?.state === 'running') return;
  throw new Error('the round was not launched within a minute');
}
