/** The ledger's heads, signed once a day and told to everybody who gets a mail: what stands in their mailboxes nobody can write anew. */
import { requireMay, type Context } from './context.ts';
import { pagesOf } from './pages.ts';
import type { Actor } from '../core/actor.ts';
import type { Breach } from '../core/breach.ts';
import { millis } from '../core/time.ts';
import {
  anchorsAfter,
  digestOf,
  headsOf,
  headsOtherThanAnchored,
  insertAnchor,
  lastAnchor,
  previousOf,
  tryLockAnchors,
  unanchoredHeads,
  type Anchor,
  type StoredAnchor,
} from '../db/anchors.ts';
import { transaction, type Db } from '../db/pool.ts';

/** A little less than a day, so that a clock that rings once a day never comes a moment too early. */
const leastAgeMs = 23 * 3_600_000;

/** @returns the new anchor; null where the last one is young, nothing has moved since, or another process is at it */
export function anchorLedger({ pool, signer, now }: Pick<Context, 'pool' | 'signer' | 'now'>): Promise<Anchor | null> {
  return transaction(pool, async (db) => {
    if (!(await tryLockAnchors(db))) return null;
    const last = await lastAnchor(db);
    const at = now();
    if (last !== null && millis(at) - millis(last.at) < leastAgeMs) return null;
    const heads = await unanchoredHeads(db);
    if (heads.length === 0) return null;
    const previous = previousOf(last);
    const digest = digestOf(previous, at, heads);
    const anchor = { at, previous, digest, seal: signer.sign(digest) };
    await insertAnchor(db, anchor, heads);
    return anchor;
  });
}

/** All anchors, the oldest first: to be kept where nobody who reaches the ledger reaches them. */
export async function exportAnchors({ pool }: Context, actor: Actor): Promise<Anchor[]> {
  requireMay(actor, 'keepRuns');
  const found: StoredAnchor[] = [];
  for await (const page of anchorPages(pool)) found.push(...page);
  return found.map(({ id, ...anchor }) => anchor);
}

const pageSize = 200;

const anchorPages = (pool: Db) =>
  pagesOf(
    0,
    (after) => anchorsAfter(pool, after, pageSize),
    ({ id }) => id,
  );

/**
 * Anchors against each other, against their signatures and against the chains they tell of.
 * @param known digests, or beginnings of them, that were kept elsewhere: in mails, on paper, in an export
 */
export async function verifyAnchors(
  { pool, signer }: Pick<Context, 'signer'> & { readonly pool: Db },
  known: readonly string[],
): Promise<Breach[]> {
  const breaches: Breach[] = [];
  const digests: string[] = [];
  let last: StoredAnchor | null = null;
  for await (const page of anchorPages(pool))
    for (const anchor of page) {
      const { id, at, previous, digest, seal } = anchor;
      const isRight = previous === previousOf(last) && digest === digestOf(previous, at, await headsOf(pool, id));
      if (!isRight || signer.holds(digest, seal) === false) breaches.push({ kind: 'anchor', id: digest, seq: null });
      digests.push(digest);
      last = anchor;
    }
  for (const { chain, seq } of await headsOtherThanAnchored(pool))
    breaches.push({ kind: 'anchor', id: chain.slice(chain.indexOf(':') + 1), seq });
  for (const kept of known)
    if (!digests.some((digest) => digest.startsWith(kept))) breaches.push({ kind: 'anchor', id: kept, seq: null });
  return breaches;
}
