/**
 * Rehearses a round: what would reach whom by when. A process of its own plays it on a copy, so that nothing here is touched
 * and the door that asks goes on serving.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { requireMay, type Context } from '../context.ts';
import { notFound, Refused } from '../refused.ts';
import type { RehearsalAsked } from './rehearsal-bodies.ts';
import type { Change, Progress, Said, Script } from './script.ts';
import type { Actor } from '../../core/actor.ts';
import type { RehearsalConfig } from '../../core/config.ts';
import { isMailAddress } from '../../core/mail-address.ts';
import { pacesOf, type Lived, type Paces } from '../../core/round/paces.ts';
import { heavyFrom as usual, mostRehearsedItems, untilRange, type Rehearsal } from '../../core/round/rehearsal.ts';
import { localDate } from '../../core/time.ts';
import { factsOfItems } from '../../db/events.ts';
import { itemsOfRound } from '../../db/items.ts';
import { lastCompletedRound } from '../../db/rounds.ts';
import { rulesOfRounds } from '../../db/rules.ts';
import { readRound } from '../../db/rounds.ts';
import { roundRows, type TableRow } from '../../db/transfer.ts';

const program = join(import.meta.dirname, 'main.ts');

/** Of the process that plays it; its worker has as much again. */
const heapMb = 512;

export interface Watching {
  readonly told: (progress: Progress) => void;
  /** Ends it at once; the promise is rejected with the signal's reason. */
  readonly signal: AbortSignal;
}

export interface Rehearsed {
  readonly before: Rehearsal;
  /** With the change that was asked for; null where none was. */
  readonly after: Rehearsal | null;
}

/**
 * Looks whether it can be played, and copies what it needs.
 *
 * @returns what plays it
 * @throws Refused rehearsalOff, rehearsalUntil, notFound, nothingToRehearse, changeOfDraft, rehearsalTooLarge, noLastRound; from
 *   what plays it rehearsalUnderWay, and what the launch or the change is refused with
 */
export async function prepareRehearsal(
  context: Context,
  actor: Actor,
  roundId: string,
  { until, assumption, change: asked, heavyFrom = usual }: RehearsalAsked,
): Promise<(watching: Watching) => Promise<Rehearsed>> {
  requireMay(actor, 'launchRound');
  const change = asked ?? null;
  const { rehearsal: config, pool, now } = context;
  if (config === null || !existsSync(config.server)) throw new Refused({ code: 'rehearsalOff' });
  const { earliest, latest } = untilRange(localDate(now()));
  if (until < earliest || until > latest) throw new Refused({ code: 'rehearsalUntil', given: until, earliest, latest });
  await refuseUnfit(context, roundId, change);
  const paces = assumption === 'asLastRound' ? await pacesOfLastRound(context) : null;
  const rows = await copyOf(pool, roundId);
  const script = { rows, roundId, actor, until, assumption, paces, heavyFrom };
  return async (watching) => ({
    before: await playedAside(config, { ...script, change: null }, watching),
    after: change === null ? null : await playedAside(config, { ...script, change }, watching),
  });
}

async function refuseUnfit({ pool }: Context, roundId: string, change: Change | null): Promise<void> {
  const round = await readRound(pool, roundId);
  if (round === null) throw notFound('round', roundId);
  const { state, itemCount } = round;
  if (state !== 'draft' && state !== 'running') throw new Refused({ code: 'nothingToRehearse', state });
  if (state === 'draft' && change !== null) throw new Refused({ code: 'changeOfDraft' });
  if (itemCount > mostRehearsedItems)
    throw new Refused({ code: 'rehearsalTooLarge', items: itemCount, most: mostRehearsedItems });
}

async function pacesOfLastRound({ pool }: Context): Promise<Paces> {
  const roundId = await lastCompletedRound(pool);
  const paces = roundId === null ? null : pacesOf(...(await livesOfRound(pool, roundId)));
  if (paces === null) throw new Refused({ code: 'noLastRound' });
  return paces;
}

async function livesOfRound(pool: Context['pool'], roundId: string): Promise<Parameters<typeof pacesOf>> {
  const items = await itemsOfRound(pool, roundId);
  const facts = await factsOfItems(
    pool,
    items.map(({ id }) => id),
  );
  const lives = items.map(({ item }): Lived => ({ item, events: facts.get(item.itemId) ?? [] }));
  return [lives, (await rulesOfRounds(pool, [roundId])).of(roundId)];
}

/** Addresses stay behind: `.invalid` reaches nobody, whatever goes wrong (RFC 2606). */
async function copyOf(pool: Context['pool'], roundId: string): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const { table, row } of roundRows(pool, roundId))
    rows.push({ table, row: { ...row, ...masked(table, row) } });
  return rows;
}

function masked(table: string, row: TableRow['row']): TableRow['row'] {
  if (table === 'mail_line') return { mail_id: null };
  if (table !== 'person') return {};
  const { id, email } = row as { readonly id: string; readonly email: string };
  return { email: isMailAddress(email) ? `${id}@rehearsal.invalid` : `${id} `, phone: null };
}

/** It is given what it needs of the surroundings, and no address of anything that is live. */
function playedAside({ databaseUrl, server }: RehearsalConfig, script: Script, watching: Watching): Promise<Rehearsal> {
  const { PATH = '', TMPDIR = '/tmp' } = process.env;
  const env = {
    PATH,
    TMPDIR,
    DATABASE_URL: databaseUrl,
    RECTIFY_REHEARSAL_SERVER: server,
    RECTIFY_REHEARSAL_DATABASE_URL: databaseUrl,
  };
  const child = fork(program, {
    env,
    execArgv: [`--max-old-space-size=${heapMb}`],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    const broken = () => reject(watching.signal.reason as Error);
    watching.signal.addEventListener('abort', broken, { once: true });
    child.on('message', (said: Said) => {
      if (said.kind === 'progress') watching.told(said.progress);
      else if (said.kind === 'done') resolve(said.rehearsal);
      else reject(said.kind === 'refused' ? new Refused(said.refusal) : new Error(said.reason));
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the rehearsal ended with ${code ?? 'a signal'}`)));
    watching.signal.throwIfAborted();
    child.send(script);
  }).finally(() => ended(child)) as Promise<Rehearsal>;
}

/** Without us it ends by itself, and its worker and its server with it. */
function ended(child: ChildProcess): void {
  if (child.connected) child.disconnect();
}
