/**
 * The hands of the workflows: every effect they have. Plain JSON in and out; the implementation stands behind this door.
 *
 * A commit carries what happened, not the item: the ledger has that, decides again from it, and keeps what agrees.
 */
import type { FaultKind } from '../core/fault.ts';
import type { ItemEvent } from '../core/item/event.ts';
import type { Lease } from '../core/item/lease.ts';
import type { Sealed } from '../core/item/seal.ts';
import type { Instant } from '../core/time.ts';

/** One fact as the run decided it, with the command that asked for it; null where the clock did. */
export interface Commitment {
  readonly event: ItemEvent;
  readonly sealed: Sealed | null;
}

/** Facts of one item in the order of their seq, committed in one transaction. */
export interface Batch {
  readonly itemId: string;
  readonly epoch: number;
  readonly commitments: readonly Commitment[];
}

/**
 * superseded: another run has the item · astray: the ledger holds or decides something else · impossible: it can never be
 * written, or its seal does not hold. None of them gets better by trying again: the run begins anew from the ledger.
 */
export type Lost = 'superseded' | 'astray' | 'impossible';

export type Committed =
  | {
      readonly outcome: 'committed';
      readonly seq: number;
      /** Facts of the batch that the ledger had already, decided at another moment by a task that was lost: its own stand. */
      readonly kept: readonly ItemEvent[];
    }
  | { readonly outcome: Lost; readonly seq: number };

export interface LeaseRequest {
  readonly itemId: string;
  /** The last fact that the run knows to be in the ledger; more than the ledger has means that the ledger was restored. */
  readonly heldSeq: number;
}

export interface RelayMails {
  /** Lines whose slot has come by this moment leave. */
  readonly now: Instant;
  readonly limit: number;
}

export interface RelayedMails {
  readonly sent: number;
  readonly failed: number;
  readonly skippedLines: number;
  readonly remaining: boolean;
}

/** What a comparison of ledger and runs found, by kind; nothing when all is well. */
export interface Reconciled {
  readonly looked: number;
  readonly found: Readonly<Partial<Record<FaultKind, number>>>;
}

export interface Activities {
  commitBatch(batch: Batch): Promise<Committed>;
  /** The same, where the ledger did not answer at once; leaves a fault behind that says so. */
  retryCommit(batch: Batch): Promise<Committed>;
  /** Takes the item's next epoch: what the next run of it begins with. */
  takeLease(request: LeaseRequest): Promise<Lease>;
  /** Ends what runs of these items and begins each anew from the ledger. */
  beginItems(begin: { readonly itemIds: readonly string[] }): Promise<void>;
  /** @param asksAll asks every run where it stands, not only those that the list does not clear */
  reconcile(reconcile: { readonly asksAll: boolean }): Promise<Reconciled>;
  /** Begins every item under way anew, so many a second: what new code and new rules ask for. */
  renewItems(renew: { readonly perSecond: number }): Promise<{ readonly renewed: number }>;
  /** Long and resumable: its heartbeats carry how far it came. */
  launchItems(launch: { readonly roundId: string }): Promise<void>;
  relayMails(relay: RelayMails): Promise<RelayedMails>;
}
