/**
 * The process that plays a rehearsal. It is told everything by whoever began it and by its environment: the database and the
 * server of rehearsals. It knows no ledger, no Temporal and no mail server of people, so nothing can reach them from here.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { changeBefore } from './change.ts';
import { play } from './play.ts';
import type { Said, Script } from './script.ts';
import { openStage, type Stage } from './stage.ts';
import { makeStageKeys } from './stage-keys.ts';
import { unsureDates } from './unsure.ts';
import { Refused } from '../refused.ts';
import { launchRound } from '../rounds/launch.ts';
import { letterNames } from '../../core/i18n/letter-name.ts';
import { isFinished } from '../../core/item/item.ts';
import type { Rehearsal } from '../../core/round/rehearsal.ts';
import { letterRules } from '../../core/rules/policy.ts';
import { localDate } from '../../core/time.ts';
import { itemsOfRound } from '../../db/items.ts';
import { alone, emptied, fill, rehearsedDays, rehearsedLetters } from '../../db/rehearsal.ts';
import { rulesOfRounds } from '../../db/rules.ts';
import { readRound } from '../../db/rounds.ts';

const say = (said: Said): void => void process.send?.(said);
const databaseUrl = begunWith('DATABASE_URL');

process.once('disconnect', () => process.exit(1));
process.once('message', (script: Script) => {
  rehearse(script)
    .catch((error: unknown): Said =>
      error instanceof Refused
        ? { kind: 'refused', refusal: error.refusal }
        : { kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    )
    .then(
      (said) => process.send?.(said, () => process.exit(0)),
      () => process.exit(1),
    );
});

async function rehearse(script: Script): Promise<Said> {
  const rehearsal = await alone(databaseUrl, async (owner) => {
    const leftover = await emptied(owner);
    say({ kind: 'progress', progress: { on: null, mails: 0, leftover } });
    const keys = await makeStageKeys();
    try {
      await fill(databaseUrl, owner, script.rows);
      const stage = await openStage({ ...given(), ...keys.env, DATABASE_URL: databaseUrl });
      try {
        return await played(stage, script, leftover);
      } finally {
        await stage.close();
      }
    } finally {
      await keys.forget();
      await emptied(owner);
    }
  });
  if (rehearsal === null) throw new Refused({ code: 'rehearsalUnderWay' });
  return { kind: 'done', rehearsal };
}

function begunWith(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`a rehearsal is begun without ${name}`);
  return value;
}

const given = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

async function played(stage: Stage, script: Script, leftover: boolean): Promise<Rehearsal> {
  const { roundId, heavyFrom, until, assumption } = script;
  const { context, now } = stage;
  const { pool } = context;
  const from = localDate(now());
  await begin(stage, script);
  await changeBefore(stage, script);
  const atFirst = await unsureDates(pool, roundId);
  const { undone } = await play(stage, script, (progress) =>
    say({ kind: 'progress', progress: { ...progress, leftover } }),
  );
  const days = await rehearsedDays(pool);
  const items = (await itemsOfRound(pool, roundId)).map(({ item }) => item);
  const { policy } = (await rulesOfRounds(pool, [roundId])).of(roundId);
  const sum = (of: 'mails' | 'letters') => days.reduce((count, day) => count + day[of], 0);
  return {
    roundId,
    title: (await readRound(pool, roundId))?.title ?? '',
    ...{ assumption, from, until, heavyFrom, undone, days },
    items: items.length,
    finished: items.filter(isFinished).length,
    mails: sum('mails'),
    letters: sum('letters'),
    people: new Set(days.map(({ personId }) => personId)).size,
    escalated: await rehearsedLetters(pool),
    letterNames: Object.fromEntries(letterRules(policy).map(({ kind }) => [kind, letterNames(policy, kind)])),
    unsure: await unsureDates(pool, roundId, atFirst),
    seconds: Math.round(performance.now() / 100) / 10,
  };
}

/** A draft is launched now; items under way begin anew with what the ledger holds, as after any outage. */
async function begin({ context }: Stage, { roundId, actor }: Script): Promise<void> {
  const isDraft = (await readRound(context.pool, roundId))?.state === 'draft';
  if (!isDraft) {
    const items = await itemsOfRound(context.pool, roundId);
    await context.temporal.begin(items.filter(({ item }) => !isFinished(item)).map(({ id }) => id));
    return;
  }
  await launchRound(context, actor, roundId);
  while ((await readRound(context.pool, roundId))?.state === 'launching') await sleep(50);
}
