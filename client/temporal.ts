/**
 * The one place that speaks to the Temporal server. Others say what they want in our words and get an answer or a refusal.
 */
import { randomUUID } from 'node:crypto';
import {
  ApplicationFailure,
  Client,
  Connection,
  ScheduleAlreadyRunning,
  ScheduleOverlapPolicy,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  isGrpcServiceError,
} from '@temporalio/client';
import type { PayloadCodec } from '@temporalio/common';
import { answeredActs, type AnsweredAct } from './answered-acts.ts';
import { Refused } from './refused.ts';
import { temporalHealth, type TemporalHealth } from './temporal-health.ts';
import { passTime } from './time-travel.ts';
import type { ItemCommand } from '../core/item/command.ts';
import type { Sealed } from '../core/item/seal.ts';
import type { Config, Env } from '../core/config.ts';
import type { Refusal } from '../core/item/refusal.ts';
import type { Instant } from '../core/time.ts';
import { accessOf } from '../wire/access.ts';
import { dataConverterOf } from '../wire/data-converter.ts';
import { UnreadablePayload } from '../wire/unreadable-payload.ts';
import {
  begunAnew,
  commands,
  itemWorkflowId,
  roundWorkflowId,
  taskQueue,
  type Answer,
  type BeginWorkflow,
  type CommandUpdate,
  type MailRelayed,
  type MailRelayStart,
  type MailRelayWorkflow,
  type Reconciled,
  type ReconcileStart,
  type ReconcileWorkflow,
  type Renewed,
  type RenewWorkflow,
  type RoundStart,
} from '../workflows/contract.ts';

export interface Temporal {
  /** Harmless when repeated: a round is started once. */
  startRound(roundId: string): Promise<void>;
  /**
   * Waits until the item's workflow has said yes or no and the ledger has it.
   * @throws Refused with the workflow's own reason, or outcomeUnknown when it did not answer in time
   * @throws ItemNotRunning when no run of the item is open, or the open one gives way
   */
  sendCommand(roundId: string, itemId: string, sealed: Sealed): Promise<Answer>;
  /** Begins a run of each item from the ledger, whatever ran before, and waits until all have begun. */
  begin(itemIds: readonly string[]): Promise<void>;
  /** Holds ledger and runs against each other now; what can be mended is mended when it answers. */
  reconcile(asksAll: boolean): Promise<Reconciled>;
  /** What the item's runs answered yes, as far back as the server keeps histories; oldest first. */
  answeredActs(roundId: string, itemId: string): Promise<AnsweredAct[]>;
  /** Begins every item under way anew; one that is under way already is joined. */
  renew(perSecond: number): Promise<Renewed>;
  startMailRelay(): Promise<void>;
  /** Creates or refreshes what runs by the clock of the server. */
  ensureSchedules(): Promise<void>;
  health(): Promise<TemporalHealth>;
  close(): Promise<void>;
}

/** A server on which time may pass faster: what the demo runs on. */
export interface FastTemporal extends Temporal {
  /** Sends what is due by a moment, which may lie ahead of the clock, and waits until it has left. */
  relayMails(now: Instant): Promise<MailRelayed>;
  passTime(roundId: string, itemIds: readonly string[], durationMs: number): Promise<void>;
}

/** No run took the command: finished, not begun yet, lost, or on its way into the next. The ledger tells which. */
export class ItemNotRunning extends Error {
  override readonly name = 'ItemNotRunning';
  readonly itemId: string;
  /** A run that gives way is followed by another; else there is none. */
  readonly hasNext: boolean;

  constructor(itemId: string, hasNext: boolean, cause: unknown) {
    super(`no run of item ${itemId} took the command`, { cause });
    this.itemId = itemId;
    this.hasNext = hasNext;
  }
}

/** How long a person waits for one try; the second asks for the same update, so nothing happens twice. */
const tryMs = 4000;
const tries = 2;

/** A server that has not answered such a question by then is away. */
const healthMs = 2000;

export function connectTemporal(config: Config, env: Env): FastTemporal {
  const access = accessOf(config, env);
  const connection = Connection.lazy(access.connection);
  const { namespace } = access;
  const dataConverter = dataConverterOf(config);
  const [codec] = dataConverter.payloadCodecs;
  const client = new Client({ connection, namespace, dataConverter });
  const health = () =>
    connection.withDeadline(Date.now() + healthMs, () => temporalHealth(connection.workflowService, namespace));
  return {
    startRound: (roundId) => startRound(client, { roundId }),
    sendCommand: (roundId, itemId, sealed) =>
      answered({ client, health }, itemId, sealed.command, () =>
        client.workflow
          .getHandle(itemWorkflowId(roundId, itemId))
          .executeUpdate(updateOf(sealed.command), { args: [sealed], updateId: sealed.command.commandId }),
      ),
    begin: (itemIds) => begin(client, itemIds),
    reconcile: (asksAll) =>
      client.workflow.execute<ReconcileWorkflow>('reconcileWorkflow', {
        taskQueue,
        workflowId: `reconcile/${randomUUID()}`,
        args: [{ asksAll }],
      }),
    answeredActs: (roundId, itemId) => actsOfRuns({ client, codec }, itemWorkflowId(roundId, itemId)),
    renew: (perSecond) =>
      client.workflow.execute<RenewWorkflow>('renewWorkflow', {
        taskQueue,
        workflowId: 'renew',
        workflowIdConflictPolicy: 'USE_EXISTING',
        args: [{ perSecond }],
      }),
    startMailRelay: async () => {
      await client.workflow.start('mailRelayWorkflow', {
        taskQueue,
        workflowId: 'mail-relay/now',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
        args: [{ now: null } satisfies MailRelayStart],
      });
    },
    relayMails: (now) =>
      client.workflow.execute<MailRelayWorkflow>('mailRelayWorkflow', {
        taskQueue,
        workflowId: `mail-relay/${now}`,
        args: [{ now }],
      }),
    passTime: async (roundId, itemIds, durationMs) => {
      const { workflowService } = connection;
      await Promise.all(
        itemIds.map((id) => passTime(workflowService, namespace, itemWorkflowId(roundId, id), durationMs)),
      );
    },
    ensureSchedules: async () => {
      for (const schedule of schedules) await ensureSchedule(client, schedule);
    },
    health,
    close: () => connection.close(),
  };
}

const updateOf = (command: ItemCommand): CommandUpdate => commands[command.type];

async function startRound(client: Client, start: RoundStart): Promise<void> {
  try {
    await client.workflow.start('roundWorkflow', {
      taskQueue,
      workflowId: roundWorkflowId(start.roundId),
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      workflowIdConflictPolicy: 'USE_EXISTING',
      args: [start],
    });
  } catch (error) {
    // It ran and ended: that round is launched.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

/** Two that ask for the same items at the same moment share one beginning. */
async function begin(client: Client, itemIds: readonly string[]): Promise<void> {
  const [first = ''] = itemIds;
  await client.workflow.execute<BeginWorkflow>('beginWorkflow', {
    taskQueue,
    workflowId: itemIds.length === 1 ? `begin/${first}` : `begin/${randomUUID()}`,
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
    args: [{ itemIds }],
  });
}

async function actsOfRuns(
  { client, codec }: { readonly client: Client; readonly codec: PayloadCodec },
  workflowId: string,
): Promise<AnsweredAct[]> {
  const acts: AnsweredAct[] = [];
  for await (const { runId } of client.workflow.list({ query: `WorkflowId = '${workflowId}'` }))
    acts.push(...(await answeredActs(await client.workflow.getHandle(workflowId, runId).fetchHistory(), codec)));
  return acts.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

async function answered(
  { client, health }: { readonly client: Client; readonly health: Temporal['health'] },
  itemId: string,
  command: ItemCommand,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  for (let count = 1; ; count += 1) {
    try {
      return await client.withDeadline(Date.now() + tryMs, ask);
    } catch (error) {
      if (!isUncertain(error)) throw inOurWords(itemId, error);
      // Not a no: the workflow may still say yes later, and the same command id asks for that same answer.
      const { worker } = await health();
      if (worker === 'away') throw new Refused({ code: 'partAway', part: 'worker', isNothingDone: false });
      if (count === tries) throw new Refused({ code: 'outcomeUnknown', commandId: command.commandId });
    }
  }
}

/** No answer in time, or a connection that broke: the request may have arrived. */
function isUncertain(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  return error instanceof ServiceError && isGrpcServiceError(error.cause) && Number(error.cause.code) === unavailable;
}

/** gRPC's number for it. */
const unavailable = 14;

/** What an update fails with whose run ended, or gives way, before it could answer. */
const runEnded = ['AcceptedUpdateCompletedWorkflow', 'WorkflowUpdateAborted', begunAnew];

function inOurWords(itemId: string, error: unknown): unknown {
  if (error instanceof WorkflowNotFoundError) return new ItemNotRunning(itemId, false, error);
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return error;
  const { type, details } = error.cause;
  if (type !== null && type !== undefined && runEnded.includes(type)) return new ItemNotRunning(itemId, true, error);
  const refusal: unknown = details?.[0];
  return isRefusal(refusal, type) ? new Refused(refusal) : error;
}

/** The workflow is ours and speaks core's refusals; the type names the code, so an error of another kind is not mistaken. */
const isRefusal = (value: unknown, type: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'code' in value && value.code === type;

/** What runs by the clock of the server. Times missed while it was away are not made up for: the next look sees it all. */
const schedules = [
  {
    workflowType: 'mailRelayWorkflow',
    id: 'mail-relay',
    every: '1 minute',
    start: { now: null } satisfies MailRelayStart,
  },
  {
    workflowType: 'reconcileWorkflow',
    id: 'reconcile',
    every: '5 minutes',
    start: { asksAll: false } satisfies ReconcileStart,
  },
  {
    workflowType: 'reconcileWorkflow',
    id: 'reconcile-all',
    every: '1 day',
    start: { asksAll: true } satisfies ReconcileStart,
  },
] as const;

async function ensureSchedule(
  client: Client,
  { id, every, workflowType, start }: (typeof schedules)[number],
): Promise<void> {
  const schedule = {
    spec: { intervals: [{ every }] },
    action: { type: 'startWorkflow' as const, workflowType, workflowId: id, taskQueue, args: [start] },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '2 minutes' },
  };
  try {
    await client.schedule.create({ scheduleId: id, ...schedule });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const handle = client.schedule.getHandle(id);
    try {
      await handle.update(({ state }) => ({ ...schedule, state }));
    } catch (unreadable) {
      if (!(unreadable instanceof UnreadablePayload)) throw unreadable;
      // Its key is gone, and it would start what nobody can read.
      await handle.delete();
      await client.schedule.create({ scheduleId: id, ...schedule });
    }
  }
}
