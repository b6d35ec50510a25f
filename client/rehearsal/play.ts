/** The time of a rehearsal: from slot to slot and from act to act, until its last day is over. */
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { doWhatIsWanted, whoseTurn } from './actors.ts';
import type { Progress, Script } from './script.ts';
import type { Stage } from './stage.ts';
import { Refused } from '../refused.ts';
import { isFinished, type Item } from '../../core/item/item.ts';
import { turnOf, type WantedAct } from '../../core/item/turn.ts';
import type { Person } from '../../core/people/people.ts';
import { actsAt } from '../../core/round/assumed.ts';
import type { Rules } from '../../core/rules/rules.ts';
import { at, endOfDay, instant, localDate, millis, type Instant } from '../../core/time.ts';
import { countLateWakes, itemsOfRound } from '../../db/items.ts';
import { listPeople } from '../../db/people.ts';
import { countSent, nextMoments } from '../../db/rehearsal.ts';
import { rulesOfRounds } from '../../db/rules.ts';

/** An item wakes a moment before its slot, and a line leaves a moment after it. */
const momentMs = 60_000;

/** Longer than any commit takes. */
const settleMs = 30_000;

const atOnce = pLimit(8);

export interface Played {
  /** Acts that were wanted and that nobody did. */
  readonly undone: number;
}

export async function play(
  stage: Stage,
  script: Pick<Script, 'roundId' | 'until' | 'assumption' | 'paces'>,
  told: (progress: Omit<Progress, 'leftover'>) => void,
): Promise<Played> {
  const { context, now } = stage;
  const { pool } = context;
  const end = endOfDay(script.until);
  const rules = (await rulesOfRounds(pool, [script.roundId])).of(script.roundId);
  const people = await listPeople(pool);
  const undone = new Set<string>();
  for (;;) {
    const acts = script.assumption === 'nobodyActs' ? [] : await wantedActs(stage, script, rules, people, undone);
    const moment = await nextMoment(stage, rules, acts, end);
    await stage.passUntil(moment);
    await settled(stage, script.roundId);
    await context.temporal.relayMails(now());
    const due = acts.filter((wanted) => wanted.at <= now());
    await Promise.all(due.map((wanted) => atOnce(() => perform(stage, wanted, rules, undone))));
    told({ on: localDate(now()), mails: await countSent(pool) });
    if (now() >= end) return { undone: undone.size };
  }
}

interface Wanted {
  readonly item: Item;
  readonly act: WantedAct;
  readonly actor: NonNullable<ReturnType<typeof whoseTurn>>;
  readonly at: Instant;
  readonly key: string;
}

async function wantedActs(
  { context }: Stage,
  { roundId, assumption, paces }: Pick<Script, 'roundId' | 'assumption' | 'paces'>,
  rules: Rules,
  people: readonly Person[],
  undone: Set<string>,
): Promise<Wanted[]> {
  const items = (await itemsOfRound(context.pool, roundId)).map(({ item }) => item);
  return items
    .filter((item) => !isFinished(item))
    .flatMap((item) => {
      const turn = turnOf(item, rules);
      if (turn === null || turn.act === null) return [];
      const key = `${item.itemId}/${turn.act}/${turn.since ?? ''}`;
      const moment = actsAt(turn, item, { assumption, paces, calendar: rules.calendar });
      const actor = whoseTurn(item, turn, people);
      if (actor === null) undone.add(key);
      return moment === null || actor === null || undone.has(key)
        ? []
        : [{ item, act: turn.act, actor, at: moment, key }];
    });
}

/** The next at which anything happens, and never a moment that is over. */
async function nextMoment(
  { context, now }: Stage,
  rules: Rules,
  acts: readonly Wanted[],
  end: Instant,
): Promise<Instant> {
  const { slot, wake } = await nextMoments(context.pool);
  const slotOfWake = wake === null ? null : at(localDate(wake), rules.policy.mailSlot);
  const soonest = millis(now()) + momentMs;
  return [slot, slotOfWake, ...acts.map((wanted) => wanted.at)]
    .flatMap((moment) => (moment === null ? [] : [instant(Math.max(millis(moment) + momentMs, soonest))]))
    .reduce((least, moment) => (moment < least ? moment : least), end);
}

async function settled({ context, now }: Stage, roundId: string): Promise<void> {
  for (const end = Date.now() + settleMs; ; await sleep(20)) {
    const late = await countLateWakes(context.pool, roundId, now());
    if (late === 0) return;
    if (Date.now() > end) throw new Error(`${late} items did not wake in time`);
  }
}

/** Somebody may not do what is wanted of them: that is how it would be, too. */
async function perform(
  stage: Stage,
  { item, act, actor, key }: Wanted,
  rules: Rules,
  undone: Set<string>,
): Promise<void> {
  try {
    await doWhatIsWanted(stage, item, act, actor, rules);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    undone.add(key);
  }
}
