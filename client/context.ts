/** What every use case works with: handed in from outside, so that the API, the CLI and the tests use the same ones. */
import type { Readable } from 'node:stream';
import type { Scanner } from './scanner.ts';
import { Refused } from './refused.ts';
import type { Sealer, Signer } from './seal.ts';
import type { Vault } from './vault.ts';
import type { Temporal } from './temporal.ts';
import type { Actor } from '../core/actor.ts';
import type { RehearsalConfig } from '../core/config.ts';
import { may, type Act, type Ties } from '../core/item/roles.ts';
import type { Instant } from '../core/time.ts';
import type { Pool } from '../db/pool.ts';

export interface Context {
  readonly pool: Pool;
  readonly temporal: Temporal;
  readonly store: EvidenceStore;
  /** Null where none is set up. */
  readonly scanner: Scanner | null;
  readonly seal: Sealer;
  readonly signer: Signer;
  readonly vault: Vault;
  /** Null where none is set up. */
  readonly rehearsal: RehearsalConfig | null;
  /** A session that nobody uses for so long ends. */
  readonly sessionIdleMs: number;
  readonly now: () => Instant;
}

export interface EvidenceStore {
  /**
   * Takes in a stream to its end. On any "no" nothing is left behind.
   * @throws Refused fileEmpty, fileTooLarge, fileKindNotAccepted, fileKindDiffers
   */
  receive(stream: Readable, name: string): Promise<Incoming>;
  /** Keeps a file that another store held; false where its bytes have another hash. */
  put(sha256: string, stream: Readable): Promise<boolean>;
  /** Forgets a file that nothing names any more; one that is not there is forgotten already. */
  remove(sha256: string): Promise<void>;
  /** Keeps a file where nothing reads it: for the operator to look at. */
  setAside(sha256: string): Promise<void>;
  /** Whether it was set aside, and its bytes still have this hash. */
  holdsAside(sha256: string): Promise<boolean>;
  /** Removes what an upload left that was cut off with its process. */
  sweep(olderThanMs: number): Promise<void>;
  /** full: the largest file that is accepted would not fit twice. */
  state(): Promise<'ready' | 'full' | 'away'>;
  /** Whether the file is there, and its bytes still have this hash. */
  holds(sha256: string): Promise<boolean>;
  /** @throws when the file is not there */
  read(sha256: string): Promise<Readable>;
}

interface StoredFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
}

/** A file that has come in whole and is known for what it is, but not kept yet. */
export interface Incoming extends StoredFile {
  /** Its bytes, to be looked at before it is kept. */
  readonly open: () => Readable;
  keep(): Promise<void>;
  discard(): Promise<void>;
}

/** @throws Refused notYours */
export function requireMay(actor: Actor, act: Act, ties?: Ties): void {
  if (!may(actor, act, ties)) throw new Refused({ code: 'notYours', act });
}
