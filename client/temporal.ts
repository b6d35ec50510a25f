/**
 * The one place that speaks to the Temporal server. Others say what they want in our words and get an answer or a refusal.
 */
import {
  ApplicationFailure,
  Client,
  Connection,
  ScheduleAlreadyRunning,
  ScheduleOverlapPolicy,
  ServiceError,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  isGrpcServiceError,
  type ConnectionOptions,
} from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { Refused } from './refused.ts';
import { passTime } from './time-travel.ts';
import type { CommandOf, ItemCommand } from '../core/item/command.ts';
import type { Config, Env } from '../core/config.ts';
import type { Refusal } from '../core/item/refusal.ts';
import type { Instant } from '../core/time.ts';
import {
  commands,
  itemWorkflowId,
  roundWorkflowId,
  taskQueue,
  type Answer,
  type CommandUpdate,
  type ItemStart,
  type ItemWorkflow,
  type MailRelayed,
  type MailRelayStart,
  type MailRelayWorkflow,
  type RoundStart,
} from '../workflows/contract.ts';

export interface Temporal {
  /** Harmless when repeated: a round is started once. */
  startRound(start: RoundStart): Promise<void>;
  /**
   * Waits until the item's workflow has said yes or no and the ledger has it.
   * @throws Refused with the workflow's own reason, or outcomeUnknown when it did not answer in time
   * @throws ItemNotRunning when no workflow of the item is open
   */
  sendCommand(roundId: string, itemId: string, command: ItemCommand): Promise<Answer>;
  /** Starts a finished item anew and asks it to reopen, in one step. */
  reopen(start: ItemStart, command: CommandOf<'reopen'>): Promise<Answer>;
  startMailRelay(): Promise<void>;
  /** Creates or refreshes what runs by the clock of the server. */
  ensureSchedules(): Promise<void>;
  isReachable(): Promise<boolean>;
  close(): Promise<void>;
}

/** A server on which time may pass faster: what the demo runs on. */
export interface FastTemporal extends Temporal {
  /** Sends what is due by a moment, which may lie ahead of the clock, and waits until it has left. */
  relayMails(now: Instant): Promise<MailRelayed>;
  passTime(roundId: string, itemIds: readonly string[], durationMs: number): Promise<void>;
}

/** The server knows no open run: finished, not started yet, or lost. The ledger tells which. */
export class ItemNotRunning extends Error {
  override readonly name = 'ItemNotRunning';
}

/** How long a person waits for one try; the second asks for the same update, so nothing happens twice. */
const tryMs = 8000;
const tries = 2;

export function connectTemporal(config: Config, env: Env): FastTemporal {
  const connection = Connection.lazy(connectionOptions(config, env));
  const client = new Client({ connection, namespace: config.temporalNamespace });
  return {
    startRound: (start) => startRound(client, start),
    sendCommand: (roundId, itemId, command) =>
      answered(client, command, () =>
        client.workflow
          .getHandle(itemWorkflowId(roundId, itemId))
          .executeUpdate(updateOf(command), { args: [command], updateId: command.commandId }),
      ),
    reopen: (start, command) => answered(client, command, () => reopen(client, start, command)),
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
        itemIds.map((id) =>
          passTime(workflowService, config.temporalNamespace, itemWorkflowId(roundId, id), durationMs),
        ),
      );
    },
    ensureSchedules: () => ensureMailRelay(client),
    isReachable: async () => {
      const asked = connection.withDeadline(Date.now() + 2000, () => connection.workflowService.getSystemInfo({}));
      return asked.then(
        () => true,
        () => false,
      );
    },
    close: () => connection.close(),
  };
}

/** Address and namespace are ours; TLS, API key and a TOML profile come in by Temporal's own variables. */
function connectionOptions(config: Config, env: Env): ConnectionOptions {
  const given = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const { connectionOptions } = loadClientConnectConfig({ overrideEnvVars: Object.fromEntries(given) });
  return { ...connectionOptions, address: connectionOptions.address ?? config.temporalAddress };
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

/** A start operation serves one request only, so each try makes its own. */
const reopen = (client: Client, start: ItemStart, command: CommandOf<'reopen'>): Promise<Answer> =>
  client.workflow.executeUpdateWithStart(commands.reopen, {
    args: [command],
    updateId: command.commandId,
    startWorkflowOperation: new WithStartWorkflowOperation<ItemWorkflow>('itemWorkflow', {
      taskQueue,
      workflowId: itemWorkflowId(start.item.roundId, start.item.itemId),
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowIdConflictPolicy: 'USE_EXISTING',
      staticSummary: `${start.item.roundId} · ${start.item.number}`,
      args: [start],
    }),
  });

async function answered(client: Client, command: ItemCommand, ask: () => Promise<Answer>): Promise<Answer> {
  for (let count = 1; ; count += 1) {
    try {
      return await client.withDeadline(Date.now() + tryMs, ask);
    } catch (error) {
      if (!isUncertain(error)) throw inOurWords(error);
      // Not a no: the workflow may still say yes later, and the same command id asks for that same answer.
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

/** What the server gives an update whose run ended before it could answer. */
const runEnded = ['AcceptedUpdateCompletedWorkflow', 'WorkflowUpdateAborted'];

function inOurWords(error: unknown): unknown {
  if (error instanceof WorkflowNotFoundError) return new ItemNotRunning(error.message, { cause: error });
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return error;
  const { type, details } = error.cause;
  if (type !== null && type !== undefined && runEnded.includes(type))
    return new ItemNotRunning(error.message, { cause: error });
  const refusal: unknown = details?.[0];
  return isRefusal(refusal, type) ? new Refused(refusal) : error;
}

/** The workflow is ours and speaks core's refusals; the type names the code, so an error of another kind is not mistaken. */
const isRefusal = (value: unknown, type: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'code' in value && value.code === type;

async function ensureMailRelay(client: Client): Promise<void> {
  const schedule = {
    spec: { intervals: [{ every: '1 minute' }] },
    action: {
      type: 'startWorkflow' as const,
      workflowType: 'mailRelayWorkflow',
      workflowId: 'mail-relay',
      taskQueue,
      args: [{ now: null } satisfies MailRelayStart],
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '2 minutes' },
  };
  try {
    await client.schedule.create({ scheduleId: 'mail-relay', ...schedule });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle('mail-relay').update(({ state }) => ({ ...schedule, state }));
  }
}
