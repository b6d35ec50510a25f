/** Launching a round: each item is dispatched in the ledger, then gets its workflow. Every step may be repeated. */
import { activityInfo, Context, getClient } from '@temporalio/activity';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import type { Activities, Launch } from './contract.ts';
import type { WorkCalendar } from '../core/rules/calendar.ts';
import { firstDeadlines } from '../core/rules/deadlines.ts';
import type { EventOf } from '../core/item/event.ts';
import { evolve } from '../core/item/evolve.ts';
import { itemWorkflowId } from '../core/ids.ts';
import { isFinished, type Item } from '../core/item/item.ts';
import { nextWake } from '../core/item/ladder.ts';
import type { Rules } from '../core/rules/rules.ts';
import { mailsOf } from '../core/item/mail.ts';
import { localDate, type LocalDate } from '../core/time.ts';
import {
  countStarted,
  itemsToLaunch,
  roundRules,
  writeDispatches,
  type Dispatch,
  type LaunchRow,
} from '../db/dispatch.ts';
import { markRound } from '../db/ledger.ts';
import { transaction, type Pool } from '../db/pool.ts';

/** Starts run side by side: the server, not the round trip, should be the limit. */
const startsAtOnce = 32;

/** Items dispatched in one transaction: few statements, and little to repeat after a crash. */
const chunkSize = 250;

/** What the heartbeats carry: every item up to this position has its workflow. */
interface Progress {
  readonly afterPosition: number | null;
}

export function createRoundActivities(pool: Pool, taskQueue: string): Pick<Activities, 'launchItems'> {
  return {
    async launchItems(launch) {
      const resumed = activityInfo().heartbeatDetails as Progress | undefined;
      let afterPosition = resumed?.afterPosition ?? null;
      let chunk = await dispatchChunk(pool, launch, afterPosition);
      while (chunk.lastPosition !== null) {
        const { lastPosition } = chunk;
        // The ledger writes the next chunk while the server starts this one.
        const [next] = await Promise.all([
          dispatchChunk(pool, launch, lastPosition),
          startWorkflows(chunk, taskQueue, { afterPosition }),
        ]);
        await countStarted(pool, launch.roundId, lastPosition);
        afterPosition = lastPosition;
        chunk = next;
      }
      await transaction(pool, (db) => markRound(db, launch.roundId, 'running', launch.launchedAt));
    },
  };
}

interface DispatchedChunk {
  readonly rules: Rules;
  readonly items: readonly Item[];
  /** Null when no items are left. */
  readonly lastPosition: number | null;
}

/** Writes the dispatch of those items of the chunk that are still drafts; a repeated chunk finds them dispatched. */
function dispatchChunk(pool: Pool, launch: Launch, afterPosition: number | null): Promise<DispatchedChunk> {
  return transaction(pool, async (db) => {
    const { rules, startsOn } = await roundRules(db, launch.roundId);
    const pinned = { ...rules, calendar: yearsFrom(rules.calendar, startsOn) };
    const rows = await itemsToLaunch(db, launch.roundId, afterPosition, chunkSize);
    const fresh = rows
      .filter(({ item }) => item.state === 'draft')
      .map((row) => dispatch(row, pinned, startsOn, launch));
    if (fresh.length > 0) await writeDispatches(db, fresh);
    const dispatched = new Map(fresh.map(({ item }) => [item.itemId, item]));
    const items = rows.map(({ item }) => dispatched.get(item.itemId) ?? item);
    return { rules: pinned, items, lastPosition: rows.at(-1)?.position ?? null };
  });
}

/** Years that are over need not travel with every item. */
const yearsFrom = (calendar: WorkCalendar, date: LocalDate): WorkCalendar =>
  Object.fromEntries(Object.entries(calendar).filter(([year]) => year >= date.slice(0, 4)));

function dispatch(row: LaunchRow, rules: Rules, startsOn: LocalDate, launch: Launch): Dispatch {
  const event: EventOf<'dispatched'> = {
    type: 'dispatched',
    seq: row.item.seq + 1,
    at: launch.launchedAt,
    by: launch.launchedBy,
    commandId: `launch-${launch.roundId}`,
    ...firstDeadlines(rules, startsOn, localDate(launch.launchedAt)),
  };
  const item = evolve(row.item, event);
  const recipients = { handler: item.handlerId, liaison: row.liaisonId };
  const personIds = new Map(
    mailsOf(event, item, rules).flatMap(({ to, ...line }) => {
      const personId = to === 'handler' || to === 'liaison' ? recipients[to] : null;
      return personId === null ? [] : [[personId, { ...line, personId }] as const];
    }),
  );
  return { event, item, head: row.head, nextWakeAt: nextWake(item, rules), lines: [...personIds.values()] };
}

async function startWorkflows({ items, rules }: DispatchedChunk, taskQueue: string, progress: Progress): Promise<void> {
  const context = Context.current();
  const waiting = items.filter((item) => !isFinished(item));
  const starters = Array.from({ length: startsAtOnce }, async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      context.cancellationSignal.throwIfAborted();
      await startWorkflow(item, rules, taskQueue);
      context.heartbeat(progress);
    }
  });
  await Promise.all(starters);
}

/** An item that runs already, or has run, is left as it is: the ledger says that it was dispatched, once. */
async function startWorkflow(item: Item, rules: Rules, taskQueue: string): Promise<void> {
  try {
    await getClient().workflow.start('itemWorkflow', {
      taskQueue,
      workflowId: itemWorkflowId(item.roundId, item.itemId),
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      workflowIdConflictPolicy: 'USE_EXISTING',
      staticSummary: `${item.roundId} · ${item.number}`,
      args: [{ item, rules, seen: [] }],
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
