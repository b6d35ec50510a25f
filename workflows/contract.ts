/** What the workflows understand: names, ids, inputs, updates, signals. Whoever calls them imports this and nothing behind it. */
import type { UpdateDefinition } from '@temporalio/common';
import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { CommandOf, CommandType, ItemCommand } from '../core/item/command.ts';
import type { Item } from '../core/item/item.ts';
import type { Rules } from '../core/rules/rules.ts';
import type { Instant } from '../core/time.ts';

export { itemWorkflowId, roundWorkflowId, taskQueue } from '../core/ids.ts';

export interface ItemStart {
  readonly item: Item;
  readonly rules: Rules;
  /** Command ids already answered by earlier runs of this item, so that a late retry is still harmless. */
  readonly seen: readonly string[];
}

export interface ItemOutcome {
  readonly state: Item['state'];
  readonly seq: number;
}

export interface RoundStart {
  readonly roundId: string;
  readonly launchedAt: Instant;
  readonly launchedBy: string;
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
export type MailRelayWorkflow = (start: MailRelayStart) => Promise<MailRelayed>;

/** The answer to a command: what the item is after it, as committed in the ledger. */
export interface Answer {
  readonly state: Item['state'];
  readonly seq: number;
}

const command = <Type extends CommandType>(type: Type) => defineUpdate<Answer, [CommandOf<Type>]>(type);

/** One named update a command: a person who presses a button waits for yes or no. */
export const commands = {
  assign: command('assign'),
  signFor: command('signFor'),
  disown: command('disown'),
  submitPlan: command('submitPlan'),
  approvePlan: command('approvePlan'),
  returnPlan: command('returnPlan'),
  reportProgress: command('reportProgress'),
  addEvidence: command('addEvidence'),
  requestClosure: command('requestClosure'),
  return: command('return'),
  endorse: command('endorse'),
  approveClosure: command('approveClosure'),
  acceptInterim: command('acceptInterim'),
  acceptStanding: command('acceptStanding'),
  requestExtension: command('requestExtension'),
  grantExtension: command('grantExtension'),
  refuseExtension: command('refuseExtension'),
  cancel: command('cancel'),
  reopen: command('reopen'),
} as const satisfies { readonly [Type in CommandType]: ReturnType<typeof command<Type>> };

/** Any of the updates, for whoever treats them alike. */
export type CommandUpdate = UpdateDefinition<Answer, [ItemCommand]>;

/** For support only: the web reads the ledger. */
export const currentItem = defineQuery<Item>('currentItem');
