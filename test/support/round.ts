/** A round in the ledger, as an import and an assignment leave it: drafts, each with its first facts. */
import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { cast } from './cast.ts';
import { dispatchChunk } from '../../activities/round.ts';
import type { Context } from '../../client/context.ts';
import { launchOf } from '../../db/dispatch.ts';
import { chain } from '../../db/chain.ts';
import { projected } from '../../db/items.ts';
import { insertLinks } from '../../db/ledger.ts';
import { transaction, type Pool } from '../../db/pool.ts';
import { insertRecordEvent } from '../../db/record-events.ts';
import { itemWorkflowId, taskQueue } from '../../core/ids.ts';
import type { WorkCalendar } from '../../core/rules/calendar.ts';
import { china } from '../../core/rules/china.ts';
import type { ItemEvent } from '../../core/item/event.ts';
import { itemFrom } from '../../core/item/evolve.ts';
import { defaultPolicy, type Policy } from '../../core/rules/policy.ts';
import { instant, localDate, type Instant } from '../../core/time.ts';
import { takeLeases } from '../../db/lease.ts';
import { until } from '../../local/until.ts';

export interface DraftRound {
  readonly roundId: string;
  readonly itemIds: readonly string[];
}

/** The round as {@link draftRound} leaves it, its items dispatched by the code of the launch; no workflow runs. */
export async function dispatchRound(pool: Pool, roundId: string): Promise<void> {
  await dispatchChunk(pool, await launchOf(pool, roundId), null);
  // Nobody begins under the leases that came with it: tests commit as a first run would, under none.
  await pool.query('UPDATE item SET epoch = 0 WHERE round_id = $1', [roundId]);
}

/** Settles when the round's workflow has begun its last item. @returns the seconds it took */
export async function launchRound({ pool, temporal }: Pick<Context, 'pool' | 'temporal'>, roundId: string) {
  const begun = performance.now();
  await temporal.startRound(roundId);
  const isRunning = async () => {
    const { rows } = await pool.query<{ state: string }>('SELECT state FROM round WHERE id = $1', [roundId]);
    return rows[0]?.state === 'running';
  };
  if (await until(isRunning, { timeoutMs: 120_000, everyMs: 5 })) return (performance.now() - begun) / 1000;
  throw new Error(`round ${roundId} was not launched`);
}

/**
 * Items of a dispatched round, each with a run that a caller's client starts: no worker need be there, and where one is, no
 * launch runs in it.
 */
export async function startRuns(pool: Pool, client: Client, count: number): Promise<DraftRound> {
  const round = await draftRound(pool, count, instant(Date.now()));
  await dispatchRound(pool, round.roundId);
  for (const lease of await takeLeases(pool, round.itemIds))
    await client.workflow.start('itemWorkflow', {
      taskQueue,
      workflowId: itemWorkflowId(round.roundId, lease.item.itemId),
      args: [{ ...lease, misses: 0 }],
    });
  return round;
}

interface DraftOptions {
  readonly policy?: Policy;
  readonly calendar?: WorkCalendar;
  readonly immediate?: boolean;
  /** For those who choose items by their ids. */
  readonly isWanted?: (itemId: string) => boolean;
}

/** Drafts of a round whose launch is written but has not begun. */
export async function draftRound(
  pool: Pool,
  count: number,
  at: Instant,
  { policy = defaultPolicy, calendar = china, immediate = true, isWanted = () => true }: DraftOptions = {},
): Promise<DraftRound> {
  const roundId = `r-${randomUUID().slice(0, 8)}`;
  const itemIds: string[] = [];
  for (let index = 1; itemIds.length < count; index += 1)
    if (isWanted(`${roundId}-${index}`)) itemIds.push(`${roundId}-${index}`);
  const drafts = itemIds.map((itemId, position) => {
    const facts = draftFacts(at, `1.${position + 1}`, immediate);
    const head = chain(itemId, null, facts);
    return { itemId, position, item: itemFrom(roundId, itemId, facts), head };
  });
  await transaction(pool, async (db) => {
    await db.query(
      `INSERT INTO round (id, title, state, notice, source, source_sha256, starts_on, policy, calendar, item_count,
                          open_count, created_at)
       VALUES ($1, '云岭县水利局整改', 'launching', '{}', '', '', $2, $3, $4, $5, $5, $6)`,
      [roundId, localDate(at), JSON.stringify(policy), JSON.stringify(calendar), count, at],
    );
    await db.query(
      `INSERT INTO item (id, round_id, position, number, printed_number, part, title, state, seq, unit_id, handler_id,
                         lead_leader_id, projection)
       SELECT item ->> 'itemId', $1, position, item ->> 'number', '（一）', '一、工程管理方面', '固定资产未登记',
              item ->> 'state', (item ->> 'seq')::integer, item ->> 'unitId', item ->> 'handlerId',
              item ->> 'leadLeaderId', item
       FROM jsonb_to_recordset($2::jsonb) AS draft (position integer, item jsonb)`,
      [roundId, JSON.stringify(drafts.map(({ position, item }) => ({ position, item: projected(item) })))],
    );
    await insertRecordEvent(db, { kind: 'roundLaunched', recordId: roundId, at, by: cast.zhao.id, data: {} });
    await insertLinks(
      db,
      drafts.flatMap(({ itemId, head }) => head.map((link) => ({ itemId, ...link }))),
    );
  });
  return { roundId, itemIds };
}

function draftFacts(at: Instant, number: string, immediate: boolean): ItemEvent[] {
  const by = cast.zhao.id;
  return [
    { type: 'imported', seq: 1, at, by, commandId: 'import-0001', number, title: '固定资产未登记', immediate },
    {
      type: 'assigned',
      seq: 2,
      at,
      by,
      commandId: 'assign-0001',
      unitId: 'finance',
      handlerId: cast.wang.id,
      leadLeaderId: cast.zhang.id,
      moved: null,
    },
  ];
}
