/** The demo's story: a document becomes a round, people and time act on it for months, and the ledger says what became of it. */
import type { DemoClock } from './clock.ts';
import type { Diary } from './diary.ts';
import { perform } from './people.ts';
import { courseOf, plot } from './plot.ts';
import type { Context } from '../../client/context.ts';
import { items } from '../../client/items/items.ts';
import { actingPerson } from '../../client/people/directory.ts';
import { readInput } from '../../client/read-input.ts';
import { assignItems } from '../../client/rounds/assign.ts';
import { importRound } from '../../client/rounds/import.ts';
import { importRound as importBody } from '../../client/rounds/round-bodies.ts';
import { launchRound } from '../../client/rounds/launch.ts';
import { outcome, type Outcome } from '../../client/rounds/outcome.ts';
import { round } from '../../client/rounds/rounds.ts';
import { addSamplePeople, sampleAssignments } from '../../client/sample.ts';
import type { FastTemporal } from '../../client/temporal.ts';
import type { Actor } from '../../core/actor.ts';
import { actorOf, type Person } from '../../core/people/people.ts';
import type { Notice } from '../../core/round/notice.ts';
import { mostItems } from '../../core/round/round.ts';
import { unknownYears } from '../../core/rules/calendar.ts';
import { at, localDate, type LocalDate } from '../../core/time.ts';

export interface Stage {
  readonly context: Context;
  readonly temporal: FastTemporal;
  readonly clock: DemoClock;
  readonly diary: Diary;
  readonly say: (line: string) => void;
  /** A word of the narrator about years that nobody has published yet. */
  readonly sayUnknownYears: (years: readonly string[]) => void;
}

/** Mornings, after the mails of the day have left. */
const actsAt = '10:01';

export async function playRound(stage: Stage, source: string, notice: Notice): Promise<Outcome> {
  const { context, clock, temporal, diary, say } = stage;
  const startsOn = localDate(clock.now());
  await addSamplePeople(context);
  const admin = await actingPerson(context, undefined);
  if (admin === null) throw new Error('the demo has no admin');
  const actor = actorOf(admin);
  const roundId = await prepare(stage, admin, source, notice, startsOn);
  await launchRound(context, actor, roundId);
  await untilLaunched(context, actor, roundId);
  const tell = async () => {
    for (const line of await diary.linesSince(actor, roundId)) say(line);
  };
  await tell();

  const itemIds = await itemIdsOf(context, admin, roundId);
  const { calendar, deadlines } = await round(context, actor, roundId);
  const courses = itemIds.map((_, index) => courseOf(index, itemIds.length));
  const { acts, endsOn } = plot(courses, startsOn, deadlines.dueOn, calendar);
  stage.sayUnknownYears(unknownYears(calendar, startsOn, endsOn));
  const passing = { context, temporal, admin, roundId };
  for (const [day, todays] of Map.groupBy(acts, ({ on }) => on)) {
    await clock.passUntil(passing, at(day, actsAt));
    await tell();
    for (const act of todays) await perform(context, actor, itemIds[act.index] ?? '', act);
    await tell();
  }
  await clock.passUntil(passing, at(endsOn, actsAt));
  await tell();
  return outcome(context, actor, roundId);
}

async function prepare(
  { context }: Stage,
  admin: Person,
  source: string,
  notice: Notice,
  startsOn: LocalDate,
): Promise<string> {
  const actor = actorOf(admin);
  const title = (notice.title ?? notice.organ ?? startsOn).slice(0, 200);
  const { id } = await importRound(context, actor, readInput(importBody, { title, source, notice, startsOn }));
  await assignItems(context, actor, id, sampleAssignments(await itemIdsOf(context, admin, id)));
  return id;
}

async function itemIdsOf(context: Context, admin: Person, roundId: string): Promise<string[]> {
  const { items: rows } = await items(context, actorOf(admin), { round: roundId, sort: 'position', limit: mostItems });
  return rows.map(({ id }) => id);
}

async function untilLaunched(context: Context, actor: Actor, roundId: string): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50)))
    if ((await round(context, actor, roundId)).state === 'running') return;
  throw new Error('the round was not launched within a minute');
}
