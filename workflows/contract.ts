/** What the workflows understand: their ids, inputs, updates and queries. Whoever calls them imports this and nothing behind it. */
import type { Reconciled } from '../activities/contract.ts';
import type { UpdateDefinition } from '@temporalio/common';
import { defineQuery, defineUpdate } from '@temporalio/workflow';
import { commandTypes, type CommandType } from '../core/item/acts.ts';
import type { CommandOf } from '../core/item/command.ts';
import type { Item } from '../core/item/item.ts';
import type { Lease } from '../core/item/lease.ts';
import type { Sealed } from '../core/item/seal.ts';
import type { Instant } from '../core/time.ts';

export type { Reconciled };
export { itemWorkflowId, roundWorkflowId, taskQueue } from '../core/ids.ts';

/** A run begins from the ledger, never from an earlier run. */
export interface ItemStart extends Lease {
  /** Runs in a row before this one that ended without a commit; 0 for one that somebody began. */
  readonly misses: number;
}

export interface ItemOutcome {
  readonly state: Item['state'];
  readonly seq: number;
}

/** When and by whom it was launched stands in the ledger, and is read there. */
export interface RoundStart {
  readonly roundId: string;
}

export interface BeginStart {
  readonly itemIds: readonly string[];
}

export interface ReconcileStart {
  /** Asks every run where it stands, not only those that the list does not clear: one query for each run. */
  readonly asksAll: boolean;
}

export interface RenewStart {
  readonly perSecond: number;
}

export interface Renewed {
  readonly renewed: number;
}

export interface MailRelayStart {
  /** The moment up to which lines leave; the workflow's own now when absent. */
  readonly now: Instant | null;
}

export interface MailRelayed {
  readonly sent: number;
  readonly failed: number;
  readonly skippedLines: number;
}

export type ItemWorkflow = (start: ItemStart) => Promise<ItemOutcome>;
export type ReconcileWorkflow = (start: ReconcileStart) => Promise<Reconciled>;
export type RenewWorkflow = (start: RenewStart) => Promise<Renewed>;
export type BeginWorkflow = (start: BeginStart) => Promise<void>;
export type MailRelayWorkflow = (start: MailRelayStart) => Promise<MailRelayed>;

/** The answer to a command: what the item is after it, as committed in the ledger. */
export interface Answer {
  readonly state: Item['state'];
  readonly seq: number;
}

/** One named update for each command: a person who presses a button waits for yes or no. */
export const commands = Object.fromEntries(commandTypes.map((type) => [type, defineUpdate(type)])) as {
  readonly [Type in CommandType]: UpdateDefinition<Answer, [Sealed<CommandOf<Type>>]>;
};

/** Any of the updates, for whoever treats them alike. */
export type CommandUpdate = UpdateDefinition<Answer, [Sealed]>;

/**
 * The type of the failure that an update ends with when its run gives way to the next: not a no. The same command, sent again,
 * is decided by that one, or has been answered in the ledger.
 */
export const begunAnew = 'begunAnew';

/** For support only: the web reads the ledger. */
export const currentItem = defineQuery<Item>('currentItem');

/** Where a run stands, for comparing it with the ledger. */
export interface Position {
  readonly epoch: number;
  readonly state: Item['state'];
  /** The last fact that the ledger has confirmed to this run. */
  readonly committedSeq: number;
  /** When the one timer rings; null when only people can move the item. */
  readonly alarmAt: Instant | null;
}

export const position = defineQuery<Position>('position');
