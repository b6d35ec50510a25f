/** The hands of the workflows: every effect they have. Plain JSON in and out; the implementation stands behind this door. */
import type { ItemEvent } from '../core/item/event.ts';
import type { Item } from '../core/item/item.ts';
import type { MailLine } from '../core/item/mail.ts';
import type { Instant } from '../core/time.ts';

/** One fact with the item as it stands after it and the mails it brings. */
export interface Commitment {
  readonly event: ItemEvent;
  readonly mails: readonly MailLine[];
}

/** Facts of one item in the order of their seq, committed in one transaction. */
export interface Batch {
  readonly roundId: string;
  readonly itemId: string;
  /** The item after the last fact of the batch: the ledger's projection. */
  readonly item: Item;
  readonly commitments: readonly Commitment[];
  /** The next moment at which time alone will move the item; watched by operations. */
  readonly nextWakeAt: Instant | null;
}

export interface Committed {
  readonly seq: number;
}

/** The launch of a round, once for all of its items. */
export interface Launch {
  readonly roundId: string;
  /** The moment at which the admin launched: the start of every sign-off clock. */
  readonly launchedAt: Instant;
  readonly launchedBy: string;
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

export interface Activities {
  commitBatch(batch: Batch): Promise<Committed>;
  /** Long and resumable: its heartbeats carry how far it came. */
  launchItems(launch: Launch): Promise<void>;
  relayMails(relay: RelayMails): Promise<RelayedMails>;
}
