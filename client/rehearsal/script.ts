/** What is said between whoever asks for a rehearsal and the process that plays it: plain JSON, a message at a time. */
import type { AnyRefusal } from '../refused.ts';
import type { Actor } from '../../core/actor.ts';
import type { Paces } from '../../core/round/paces.ts';
import type { Assumption, Rehearsal } from '../../core/round/rehearsal.ts';
import type { LocalDate } from '../../core/time.ts';
import type { TableRow } from '../../db/transfer.ts';

/** All that the playing process knows: it has no address of anything that is live. */
export interface Script {
  readonly rows: readonly TableRow[];
  readonly roundId: string;
  readonly actor: Actor;
  readonly until: LocalDate;
  readonly assumption: Assumption;
  /** How long each unit took before; null where nothing is assumed of it. */
  readonly paces: Paces | null;
  readonly heavyFrom: number;
  readonly change: Change | null;
}

/** What is changed before the first day. */
export type Change =
  | { readonly kind: 'rules'; readonly policy?: unknown; readonly calendar?: number }
  | { readonly kind: 'handOver'; readonly fromId: string; readonly toId: string };

export interface Progress {
  /** The day that has been reached; null while the stage is set. */
  readonly on: LocalDate | null;
  readonly mails: number;
  /** A rehearsal before this one was broken off, and what it left has been removed. */
  readonly leftover: boolean;
}

export type Said =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'refused'; readonly refusal: AnyRefusal }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'done'; readonly rehearsal: Rehearsal };
