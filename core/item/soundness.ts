/**
 * A run held against its ledger: whether the item is carried on as it should be, and if not, what is wrong.
 *
 * Pure, so that every way of going wrong is a case of a test; who looks, and when, stands in activities/reconcile.ts.
 */
import type { FaultKind } from '../fault.ts';
import { isFinished, type Item } from './item.ts';
import { millis, type Instant } from '../time.ts';

/** The item as the ledger has it. */
export interface LedgerSide {
  readonly state: Item['state'];
  readonly seq: number;
  readonly epoch: number;
  readonly nextWakeAt: Instant | null;
}

/** What the server says of the item's newest run; null when there is none at all. */
export interface RunSide {
  readonly isRunning: boolean;
  readonly startedAt: Instant;
  /** Its tasks fail again and again: code that no longer replays, or a fault of ours. */
  readonly isFailing: boolean;
  /** Null where the run was not asked: a look at all of them asks only those that the list does not clear. */
  readonly position: {
    readonly epoch: number;
    readonly state: Item['state'];
    readonly committedSeq: number;
    readonly alarmAt: Instant | null;
  } | null;
  /** As of the run's beginning, from the list. */
  readonly epoch: number | null;
}

/** A wake that passed longer ago than this was missed; a step is due before its slot, and taken within seconds. */
export const wakeGraceMs = 15 * 60_000;

/** A finished item's run waits this long for a reopening; then it ends by itself. */
const leftAfterMs = 5 * 60_000;

/** What is wrong, or null when all is well. @param ledger null when it does not have the item */
export function unsoundness(ledger: LedgerSide | null, run: RunSide | null, now: Instant): FaultKind | null {
  if (ledger === null) return run?.isRunning === true ? 'unknown' : null;
  if (isFinished(ledger)) {
    if (knowsMore(ledger, run)) return 'ledgerBehind';
    return run?.isRunning === true && hasPassed(run.startedAt, leftAfterMs, now) ? 'left' : null;
  }
  if (run?.isRunning !== true) return 'missing';
  if (run.isFailing) return 'stuck';
  if (knowsMore(ledger, run)) return 'ledgerBehind';
  if ((run.position?.epoch ?? run.epoch) !== ledger.epoch) return 'behind';
  if (ledger.nextWakeAt !== null && hasPassed(ledger.nextWakeAt, wakeGraceMs, now)) return 'late';
  const { position } = run;
  if (position === null) return null;
  if (position.committedSeq < ledger.seq) return 'behind';
  if (position.state !== ledger.state) return 'astray';
  return ledger.nextWakeAt !== null && position.alarmAt === null ? 'late' : null;
}

const knowsMore = (ledger: LedgerSide, run: RunSide | null): boolean => (run?.position?.committedSeq ?? 0) > ledger.seq;

const hasPassed = (moment: Instant, graceMs: number, now: Instant): boolean => millis(moment) + graceMs < millis(now);
