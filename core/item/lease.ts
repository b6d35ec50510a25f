/**
 * A run of an item's workflow is a lease on its ledger: it begins with what the ledger holds, and writes while its epoch is
 * the item's newest. Whoever begins a run takes the next epoch, so two runs can never both write.
 */
import type { Item } from './item.ts';
import { nextWake } from './ladder.ts';
import type { Rules } from '../rules/rules.ts';

export interface Lease {
  /** Grows with every beginning; a commit under another than the item's own is refused for good. */
  readonly epoch: number;
  readonly item: Item;
  readonly rules: Rules;
}

/** Of a run that could not commit: it begins anew, and the clock rests longer each time, so that it never runs in a circle. */
const restMs = { first: 10_000, most: 3_600_000 } as const;

/** How long a run waits before time takes its next step. @param misses runs in a row that ended without a commit */
export const clockRestMs = (misses: number): number =>
  misses < 2 ? 0 : Math.min(restMs.first * 2 ** Math.min(misses - 2, 20), restMs.most);

/** What operators can list runs by, as of the run's beginning: ids and figures only, for these are never encrypted. */
export const searchAttributes = {
  round: { name: 'RectifyRound', type: 'KEYWORD' },
  unit: { name: 'RectifyUnit', type: 'KEYWORD' },
  state: { name: 'RectifyState', type: 'KEYWORD' },
  epoch: { name: 'RectifyEpoch', type: 'INT' },
  nextWake: { name: 'RectifyNextWake', type: 'DATETIME' },
} as const;

const running = `WorkflowType = 'itemWorkflow' AND ExecutionStatus = 'Running'`;

/** How the server lists runs of items; it marks a run as failing after some failed tasks in a row. */
export const runQueries = { running, failing: `${running} AND TemporalReportedProblems IS NOT NULL` } as const;

type Key = (typeof searchAttributes)[keyof typeof searchAttributes];

export type RunAttribute =
  | { readonly key: Extract<Key, { readonly type: 'KEYWORD' }>; readonly value: string }
  | { readonly key: Extract<Key, { readonly type: 'INT' }>; readonly value: number }
  | { readonly key: Extract<Key, { readonly type: 'DATETIME' }>; readonly value: Date };

export function runAttributes({ item, rules, epoch }: Lease): RunAttribute[] {
  const wake = nextWake(item, rules);
  return [
    { key: searchAttributes.round, value: item.roundId },
    { key: searchAttributes.state, value: item.state },
    { key: searchAttributes.epoch, value: epoch },
    ...(item.unitId === null ? [] : [{ key: searchAttributes.unit, value: item.unitId }]),
    ...(wake === null ? [] : [{ key: searchAttributes.nextWake, value: new Date(wake) }]),
  ];
}
