/** Files of which nobody knows yet that they are harmless, and those of which is known that they are not. */
import type { Context, Incoming } from './context.ts';
import { Refused } from './refused.ts';
import type { ScanTrouble, Verdict } from './scanner.ts';
import type { HeldBack } from '../core/held-back.ts';
import type { Evidence } from '../core/item/item.ts';
import { filesToScan, heldBackFiles, markScanned } from '../db/scans.ts';
import { itemsOfFile } from '../db/evidence.ts';
import { recordFaults, recordOpenFault } from '../db/faults.ts';
import { transaction } from '../db/pool.ts';

type File = Pick<Evidence, 'sha256' | 'name'>;

/** Which of these contents are given to nobody, and why. Without a scanner only what one has found before. */
export async function heldBack(
  { pool, scanner }: Pick<Context, 'pool' | 'scanner'>,
  files: readonly Pick<File, 'sha256'>[],
): Promise<Map<string, HeldBack>> {
  if (files.length === 0) return new Map();
  const hashes = [...new Set(files.map(({ sha256 }) => sha256))];
  const found = await heldBackFiles(pool, hashes, scanner !== null);
  return new Map(found.map(({ sha256, because }) => [sha256, because]));
}

/**
 * @returns what is held back for other reasons than these
 * @throws Refused fileNotScanned, fileInfected
 */
export async function refuseHeldBack(
  context: Pick<Context, 'pool' | 'scanner'>,
  files: readonly File[],
  reasons: readonly HeldBack[],
): Promise<Map<string, HeldBack>> {
  const held = await heldBack(context, files);
  for (const because of reasons) {
    const names = files.filter(({ sha256 }) => held.get(sha256) === because).map(({ name }) => name);
    if (names.length > 0)
      throw new Refused({ code: because === 'infected' ? 'fileInfected' : 'fileNotScanned', names });
  }
  return held;
}

/** What the scanner says of a file on its way in: an infected one goes no further, and the operator hears of it. */
export async function judgeIncoming(
  context: Pick<Context, 'pool' | 'scanner'>,
  itemId: string,
  { name, sha256, open }: File & Pick<Incoming, 'open'>,
): Promise<Exclude<Verdict, { readonly kind: 'infected' }> | null> {
  const verdict = context.scanner === null ? null : await context.scanner.scan(open());
  if (verdict?.kind === 'infected') {
    const details = { sha256, found: verdict.found };
    await recordFaults(context.pool, [{ kind: 'fileInfected', itemId, details, isMended: true }]);
    throw new Refused({ code: 'fileInfected', names: [name] });
  }
  // Bytes that were found out before stay out, unless the scanner itself takes it back.
  if (verdict?.kind !== 'clean') await refuseHeldBack(context, [{ name, sha256 }], ['infected']);
  return verdict;
}

/** So many at a time: the next time is minutes away. */
const mostScanned = 100;

export interface Scanned {
  readonly clean: number;
  readonly infected: number;
  /** Why the last of those that were asked about is as unknown as before; null where none is. */
  readonly trouble: ScanTrouble | null;
}

/** Asks again about every file that waits, the longest waiting first; where nobody answers, it stops. */
export async function scanWaiting(context: Pick<Context, 'pool' | 'scanner' | 'store' | 'now'>): Promise<Scanned> {
  const { pool, scanner, store, now } = context;
  const done = { clean: 0, infected: 0, trouble: null as Scanned['trouble'] };
  if (scanner === null) return done;
  for (const sha256 of await filesToScan(pool, mostScanned)) {
    // Of a file that is lost or changed nothing is learned, and it keeps no other from its turn.
    const verdict: Verdict = (await store.holds(sha256))
      ? await scanner.scan(await store.read(sha256))
      : { kind: 'unknown', because: 'unclear' };
    if (verdict.kind === 'unknown') done.trouble = verdict.because;
    else done[verdict.kind] += 1;
    if (verdict.kind === 'infected') await setAside(context, sha256, verdict.found);
    else await markScanned(pool, sha256, { at: now(), isClean: verdict.kind === 'clean', found: null });
    if (verdict.kind === 'unknown' && verdict.because === 'away') break;
  }
  return done;
}

/** Out of reach of everybody but the operator, who is told for which items it was brought. */
async function setAside(
  { pool, store, now }: Pick<Context, 'pool' | 'store' | 'now'>,
  sha256: string,
  found: string,
): Promise<void> {
  await transaction(pool, async (db) => {
    await markScanned(db, sha256, { at: now(), isClean: false, found });
    for (const itemId of await itemsOfFile(db, sha256))
      await recordOpenFault(db, { kind: 'fileInfected', itemId, details: { sha256, found } });
  });
  // Known first: a file that is still in its place is given to nobody any more.
  await store.setAside(sha256);
}
