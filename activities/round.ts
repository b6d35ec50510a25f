/** Launching a round: each item is dispatched in the ledger, then begins. Every step may be repeated. */
import { activityInfo, Context } from '@temporalio/activity';
import { beginUnder, type BeginDeps } from './begin.ts';
import type { Activities } from './contract.ts';
import type { EventOf } from '../core/item/event.ts';
import { systemCommandId } from '../core/ids.ts';
import { evolve } from '../core/item/evolve.ts';
import { isFinished } from '../core/item/item.ts';
import type { Lease } from '../core/item/lease.ts';
import { nextWake } from '../core/item/ladder.ts';
import { mailsOf } from '../core/item/mail.ts';
import { firstDeadlines } from '../core/rules/deadlines.ts';
import type { Rules } from '../core/rules/rules.ts';
import { localDate } from '../core/time.ts';
import {
  countStarted,
  itemsToLaunch,
  launchOf,
  writeDispatches,
  type Dispatch,
  type Launch,
  type LaunchRow,
} from '../db/dispatch.ts';
import { takeLeases } from '../db/lease.ts';
import { markRound } from '../db/ledger.ts';
import { transaction, type Pool } from '../db/pool.ts';

/** Items dispatched in one transaction: few statements, and little to repeat after a crash. */
const chunkSize = 250;
/** The first chunk of a try: the starts begin at once, and the ledger writes the next while they run. */
const firstChunkSize = 32;

/** What the heartbeats carry: every item up to this position has its workflow. */
interface Progress {
  readonly afterPosition: number | null;
}

export function createRoundActivities(deps: BeginDeps): Pick<Activities, 'launchItems'> {
  const { pool } = deps;
  return {
    async launchItems({ roundId }) {
      const { heartbeat } = Context.current();
      const resumed = activityInfo().heartbeatDetails as Progress | undefined;
      const launch = await launchOf(pool, roundId);
      let afterPosition = resumed?.afterPosition ?? null;
      const beginChunk = async ({ leases, lastPosition }: Chunk, before: Promise<void>): Promise<void> => {
        await beginUnder(deps, leases, () => heartbeat({ afterPosition } satisfies Progress));
        await before;
        await countStarted(pool, roundId, lastPosition);
        afterPosition = lastPosition;
      };
      let begun: Promise<void> = Promise.resolve();
      let chunk = await dispatchChunk(pool, launch, afterPosition, firstChunkSize);
      try {
        while (chunk !== null) {
          const before = begun;
          begun = beginChunk(chunk, before);
          // Whoever waits for it hears of it: the next turn, or the end.
          begun.catch(() => undefined);
          // The ledger writes the next chunk meanwhile. Two are under way at most, so that the server never waits for a chunk.
          [chunk] = await Promise.all([dispatchChunk(pool, launch, chunk.lastPosition), before]);
        }
      } finally {
        // Where one failed, the next try must not begin beside what is still on its way.
        await begun.catch(() => undefined);
      }
      await begun;
      await transaction(pool, (db) => markRound(db, roundId, 'running', launch.at));
    },
  };
}

interface Chunk {
  readonly leases: readonly Lease[];
  readonly lastPosition: number;
}

/**
 * Writes the dispatch of those items of the chunk that are still drafts, and with it takes the lease of their runs. A repeated
 * chunk finds them dispatched and takes newer leases.
 *
 * @returns null when no items are left
 */
export function dispatchChunk(
  pool: Pool,
  launch: Launch,
  afterPosition: number | null,
  size = chunkSize,
): Promise<Chunk | null> {
  return transaction(pool, async (db) => {
    const rows = await itemsToLaunch(db, launch.roundId, afterPosition, size);
    const last = rows.at(-1);
    if (last === undefined) return null;
    const fresh = rows.filter(({ item }) => item.state === 'draft').map((row) => dispatch(row, launch));
    const leases = fresh.length === 0 ? [] : await writeDispatches(db, fresh, launch.rules);
    const again = rows.filter(({ item }) => item.state !== 'draft' && !isFinished(item)).map(({ item }) => item.itemId);
    if (again.length > 0) leases.push(...(await takeLeases(db, again)));
    return { leases, lastPosition: last.position };
  });
}

function dispatch(row: LaunchRow, { roundId, rules, startsOn, at, by }: Launch): Dispatch {
  const event: EventOf<'dispatched'> = {
    type: 'dispatched',
    seq: row.item.seq + 1,
    at,
    by,
    commandId: systemCommandId('launch', roundId),
    ...firstDeadlines(rules, startsOn, localDate(at)),
  };
  const item = evolve(row.item, event);
  return { event, item, head: row.head, nextWakeAt: nextWake(item, rules), lines: linesOf(row, item, event, rules) };
}

/** One line a person, whatever they are addressed as. */
function linesOf(row: LaunchRow, item: Dispatch['item'], event: Dispatch['event'], rules: Rules): Dispatch['lines'] {
  const recipients = { handler: item.handlerId, liaison: row.liaisonId };
  const lines = new Map(
    mailsOf(event, item, rules).flatMap(({ to, ...line }) => {
      const personId = to === 'handler' || to === 'liaison' ? recipients[to] : null;
      return personId === null ? [] : [[personId, { ...line, personId }] as const];
    }),
  );
  return [...lines.values()];
}
