/** An item's life on the time-skipping server: real workflow code, the ledger kept in memory and typed like the real one. */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { WorkflowUpdateFailedError, type WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { afterAll, beforeAll, inject } from 'vitest';
import { actor, cast, type CastMember } from './cast.ts';
import { seal } from './seals.ts';
import type {
  Activities,
  Batch,
  Committed,
  LeaseRequest,
  Reconciled,
  RelayedMails,
} from '../../activities/contract.ts';
import { canonical } from '../../core/canonical.ts';
import type { CommandType } from '../../core/item/acts.ts';
import { searchAttributes, type Lease } from '../../core/item/lease.ts';
import { china } from '../../core/rules/china.ts';
import type { CommandOf } from '../../core/item/command.ts';
import { firstDeadlines } from '../../core/rules/deadlines.ts';
import { tellOfTheSame, type ItemEvent } from '../../core/item/event.ts';
import { itemFrom } from '../../core/item/evolve.ts';
import type { Item } from '../../core/item/item.ts';
import { nextWake } from '../../core/item/ladder.ts';
import type { Rules } from '../../core/rules/rules.ts';
import { defaultPolicy, type Policy } from '../../core/rules/policy.ts';
import { instant, localDate, millis, type Instant } from '../../core/time.ts';
import { indexedTypes } from '../../worker/search-attributes.ts';
import {
  begunAnew,
  commands,
  currentItem,
  type Answer,
  type ItemStart,
  type ItemWorkflow,
} from '../../workflows/contract.ts';

/**
 * What the canonical life is measured by: four reminders so far apart that no holiday pushes two onto one day, the letters
 * after them, one stage of review.
 */
export const canonicalPolicy: Policy = {
  ...defaultPolicy,
  signWithinWorkingDays: null,
  reviewWithinWorkingDays: null,
  closureReview: 'approveOnly',
  periodMonths: 2,
  reminders: [48, 34, 20, 6].map((daysBefore) => ({ daysBefore, to: ['handler'] })),
};

export const rulesOf = (policy: Policy = defaultPolicy): Rules => ({ policy, calendar: china });

/** Facts of an item up to its dispatch at a moment. */
function dispatchedEvents(at: Instant, rules: Rules, immediate: boolean): ItemEvent[] {
  const by = cast.zhao.id;
  return [
    { type: 'imported', seq: 1, at, by, commandId: 'import-0001', number: '1.1', title: '固定资产未登记', immediate },
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
    {
      type: 'dispatched',
      seq: 3,
      at,
      by,
      commandId: 'launch-0001',
      ...firstDeadlines(rules, localDate(at), localDate(at)),
    },
  ];
}

/** The ledger in memory: one writer an epoch, no gap, no second fact under one number, as the real one has it. */
export class MemoryLedger implements Activities {
  readonly events = new Map<string, ItemEvent[]>();
  readonly epochs = new Map<string, number>();
  readonly rules = new Map<string, Rules>();
  readonly batches: Batch[] = [];

  commitBatch = async (batch: Batch): Promise<Committed> => {
    const known = this.events.get(batch.itemId) ?? [];
    const seq = known.length;
    if (batch.epoch !== this.epochs.get(batch.itemId)) return { outcome: 'superseded', seq };
    const after = [...known];
    const kept: ItemEvent[] = [];
    for (const { event } of batch.commitments) {
      const own = after[event.seq - 1];
      if (own === undefined && event.seq === after.length + 1) after.push(event);
      else if (own === undefined || !tellOfTheSame(own, event)) return { outcome: 'astray', seq };
      else if (canonical(own) !== canonical(event)) kept.push(own);
    }
    this.events.set(batch.itemId, after);
    this.batches.push(batch);
    return { outcome: 'committed', seq: after.length, kept };
  };

  retryCommit = this.commitBatch;

  takeLease = async ({ itemId }: LeaseRequest): Promise<Lease> => {
    const epoch = (this.epochs.get(itemId) ?? 0) + 1;
    this.epochs.set(itemId, epoch);
    const rules = this.rules.get(itemId);
    if (rules === undefined) throw new Error(`no item ${itemId}`);
    return { epoch, item: itemFrom('r1', itemId, this.of(itemId)), rules };
  };

  beginItems = async (): Promise<void> => undefined;

  reconcile = async (): Promise<Reconciled> => ({ looked: 0, found: {} });

  renewItems = async (): Promise<{ renewed: number }> => ({ renewed: 0 });

  launchItems = async (): Promise<void> => undefined;

  relayMails = async (): Promise<RelayedMails> => ({
    sent: (this.#relays += 1),
    failed: 0,
    skippedLines: 0,
    remaining: this.#relays % 2 === 1,
  });
  #relays = 0;

  of(itemId: string): readonly ItemEvent[] {
    return this.events.get(itemId) ?? [];
  }
}

export type Body<Type extends CommandType> = Omit<CommandOf<Type>, 'type' | 'actor' | 'commandId'>;

export class Life {
  readonly env: TestWorkflowEnvironment;
  readonly ledger: MemoryLedger;
  readonly handle: WorkflowHandle<ItemWorkflow>;
  readonly itemId: string;
  readonly rules: Rules;
  #presses = 0;

  constructor(
    env: TestWorkflowEnvironment,
    ledger: MemoryLedger,
    handle: WorkflowHandle<ItemWorkflow>,
    itemId: string,
    rules: Rules,
  ) {
    this.env = env;
    this.ledger = ledger;
    this.handle = handle;
    this.itemId = itemId;
    this.rules = rules;
  }

  /** Somebody presses a button. Where the run gives way, the ledger or the next run answers, as they do in the product. */
  async act<Type extends CommandType>(
    who: CastMember,
    type: Type,
    body: Body<Type>,
    commandId = `${this.itemId.slice(0, 8)}-${(this.#presses += 1)}`,
  ): Promise<Answer> {
    for (let runs = 1; ; runs += 1)
      try {
        return await this.press(who, type, body, commandId);
      } catch (error) {
        if (failureType(error) !== begunAnew || runs === 20) throw error;
        const answered = this.events.findIndex((event) => 'commandId' in event && event.commandId === commandId) + 1;
        if (answered === 0) await setTimeout(50);
        else return answerOf(itemFrom('r1', this.itemId, this.events.slice(0, answered)));
      }
  }

  /** One press, and what this one run says to it. */
  press<Type extends CommandType>(who: CastMember, type: Type, body: Body<Type>, commandId: string): Promise<Answer> {
    const command = { ...body, type, actor: actor(who), commandId } as CommandOf<Type>;
    return this.handle.executeUpdate(commands[type] as never, {
      args: [seal(this.itemId, command)] as never,
      updateId: commandId,
    });
  }

  item(): Promise<Item> {
    return this.handle.query(currentItem);
  }

  /** Lets time pass up to the item's next wake and over it. */
  async passNextWake(): Promise<void> {
    await this.passUntil(instant(millis(await this.nextWake()) + 1000));
  }

  async nextWake(): Promise<Instant> {
    const wake = nextWake(await this.item(), this.rules);
    if (wake === null) throw new Error('only a person can move this item');
    return wake;
  }

  async passUntil(moment: Instant): Promise<void> {
    const now = await this.env.currentTimeMs();
    await this.env.sleep(Math.max(1, millis(moment) - now));
  }

  get events(): readonly ItemEvent[] {
    return this.ledger.of(this.itemId);
  }

  get types(): readonly string[] {
    return this.events.map(({ type }) => type);
  }
}

const answerOf = ({ state, seq }: Item): Answer => ({ state, seq });

/** The type of the failure that an update ended with. */
export const failureType = (error: unknown): string | null | undefined =>
  error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure ? error.cause.type : null;

export interface LifeOptions {
  readonly policy?: Policy;
  readonly immediate?: boolean;
  /** What the ledger holds already; an item dispatched just now when absent. */
  readonly events?: readonly ItemEvent[];
}

// Once a process, before the first connection: tests say what went wrong, not that a worker started.
Runtime.install({ logger: new DefaultLogger('WARN') });

/** A time-skipping server and a worker for the tests of one file. */
export function useLives() {
  let env: TestWorkflowEnvironment;
  let running: Promise<void>;
  let current: Worker;
  const ledger = new MemoryLedger();
  const taskQueue = `life-${randomUUID()}`;

  beforeAll(async () => {
    env = await TestWorkflowEnvironment.createTimeSkipping({
      server: {
        executable: { type: 'existing-path', path: inject('testServer') },
      },
    });
    // This server knows how to add them, and not how to list them.
    await env.nativeConnection.operatorService.addSearchAttributes({
      namespace: 'default',
      searchAttributes: indexedTypes(Object.values(searchAttributes)),
    });
    current = await Worker.create({
      connection: env.nativeConnection,
      taskQueue,
      workflowBundle: { codePath: inject('workflowBundle') },
      activities: { ...ledger },
      maxCachedWorkflows: inject('maxCachedWorkflows'),
    });
    running = current.run();
  });
  afterAll(async () => {
    current.shutdown();
    await running;
    await env.teardown();
  });

  return {
    ledger,
    /** Runs one of the short workflows to its end. */
    async run(workflowType: string, input: unknown): Promise<WorkflowHandle> {
      const options = { taskQueue, workflowId: randomUUID(), args: [input] };
      const handle = await env.client.workflow.start(workflowType, options);
      await handle.result();
      return handle;
    },
    /** Dispatches an item now and gives its life. */
    async begin(options: LifeOptions = {}): Promise<Life> {
      const rules = rulesOf(options.policy);
      const itemId = randomUUID();
      const at = instant(await env.currentTimeMs());
      const events = options.events ?? dispatchedEvents(at, rules, options.immediate ?? true);
      const item = itemFrom('r1', itemId, events);
      ledger.events.set(itemId, [...events]);
      ledger.rules.set(itemId, rules);
      const epoch = 1;
      ledger.epochs.set(itemId, epoch);
      const start: ItemStart = { item, rules, epoch, misses: 0 };
      const handle = await env.client.workflow.start<ItemWorkflow>('itemWorkflow', {
        taskQueue,
        workflowId: `item/r1/${itemId}`,
        args: [start],
      });
      return new Life(env, ledger, handle, itemId, rules);
    },
  };
}
