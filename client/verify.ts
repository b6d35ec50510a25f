/**
 * Everything the ledger holds against everything else it holds: facts against their chain and their columns, items against
 * their facts, letters, documents, evidence and mails. Reads only, page by page, whatever the size of the ledger.
 *
 * A chain that was rewritten as a whole, or whose tail was cut with all that came of it, is found by its anchors; where these
 * were written anew too, by a code from a mail or an export.
 */
import { requireMay, type Context } from './context.ts';
import { keptFiles } from './evidence/kept-files.ts';
import { pagesOf } from './pages.ts';
import type { Signer } from './seal.ts';
import { verifyAnchors } from './anchors.ts';
import type { Breach, BreachKind } from '../core/breach.ts';
import { canonical } from '../core/canonical.ts';
import { itemFrom } from '../core/item/evolve.ts';
import type { Actor } from '../core/actor.ts';
import {
  emptyMails,
  factsToAudit,
  itemsToAudit,
  letterBreaches,
  recordsOtherThanTold,
  recordsToAudit,
  roundsOfOtherSource,
  type AuditedFact,
  type AuditedItem,
} from '../db/audit.ts';
import { firstBreak, firstRecordBreak } from '../db/chain.ts';
import type { Db } from '../db/pool.ts';

const pageSize = 200;

export interface Verified {
  readonly items: number;
  readonly facts: number;
  readonly files: number;
  readonly breaches: readonly Breach[];
}

/** @param known ledger codes that were kept elsewhere: see {@link verifyAnchors} */
export async function verifyLedger(context: Context, actor: Actor, known: readonly string[] = []): Promise<Verified> {
  requireMay(actor, 'keepRuns');
  const { breaches, ...looked } = await verifyRows(context.pool, context.signer, known);
  const { files, lost } = await verifyFiles(context);
  return { ...looked, files, breaches: [...breaches, ...lost] };
}

/** The same without the files, on whatever connection: also in a transaction that is not at its end. */
export async function verifyRows(
  pool: Db,
  signer: Signer,
  known: readonly string[] = [],
): Promise<Omit<Verified, 'files'>> {
  const breaches: Breach[] = [];
  let [items, facts] = [0, 0];
  for await (const page of auditedItems(pool)) {
    breaches.push(...page.breaches);
    items += page.ids.length;
    facts += page.facts;
  }
  breaches.push(...(await verifyRecords(pool)));
  breaches.push(...(await verifyAnchors({ pool, signer }, known)));
  for (const letter of await letterBreaches(pool)) breaches.push({ kind: 'letter', ...letter });
  for (const id of await roundsOfOtherSource(pool)) breaches.push({ kind: 'source', id, seq: null });
  for (const id of await emptyMails(pool)) breaches.push({ kind: 'mail', id, seq: null });
  return { items, facts, breaches };
}

interface AuditedPage {
  readonly ids: string[];
  readonly facts: number;
  readonly breaches: Breach[];
}

async function* auditedItems(pool: Db): AsyncGenerator<AuditedPage> {
  const pages = pagesOf(
    '',
    (after) => itemsToAudit(pool, after, pageSize),
    ({ id }) => id,
  );
  for await (const page of pages) {
    const ids = page.map(({ id }) => id);
    const found = await factsToAudit(pool, ids);
    const byItem = Map.groupBy(found, ({ itemId }) => itemId);
    yield { ids, facts: found.length, breaches: page.flatMap((item) => breachesOf(item, byItem.get(item.id) ?? [])) };
  }
}

/** Page by page: whose items were looked at, and what the first breach of each broken one is. */
export async function* brokenItems(
  pool: Context['pool'],
): AsyncGenerator<{ readonly ids: string[]; readonly broken: ReadonlyMap<string, BreachKind> }> {
  for await (const { ids, breaches } of auditedItems(pool))
    yield { ids, broken: new Map(breaches.toReversed().map(({ id, kind }) => [id, kind])) };
}

async function verifyRecords(pool: Db): Promise<Breach[]> {
  const breaches: Breach[] = (await recordsOtherThanTold(pool)).map((id) => ({ kind: 'record', id, seq: null }));
  const pages = pagesOf(
    '',
    (after) => recordsToAudit(pool, after, pageSize),
    ({ recordId }) => recordId,
  );
  for await (const page of pages)
    for (const { recordId: id, facts } of page) {
      const seq = firstRecordBreak(id, facts);
      if (seq !== null) breaches.push({ kind: 'record', id, seq });
    }
  return breaches;
}

function breachesOf(audited: AuditedItem, facts: readonly AuditedFact[]): Breach[] {
  const { id } = audited;
  const breaches: Breach[] = [];
  const broken = firstBreak(id, facts);
  if (broken !== null) breaches.push({ kind: 'chain', id, seq: broken });
  for (const fact of facts) if (!saysTheSame(fact)) breaches.push({ kind: 'columns', id, seq: fact.seq });
  if (broken === null && !isMadeBy(audited, facts)) breaches.push({ kind: 'item', id, seq: null });
  return breaches;
}

/** The columns beside a fact, and the command that asked for it, tell of the same. */
function saysTheSame({ event, seq, type, at, by, commandId, sealed }: AuditedFact): boolean {
  const own = 'commandId' in event ? event.commandId : null;
  const isAsked = sealed === null || (sealed.command.commandId === own && sealed.command.actor.personId === event.by);
  return event.seq === seq && event.type === type && event.at === at && event.by === by && own === commandId && isAsked;
}

/** A fact that nobody can decide, which only tampering brings about, makes no item. */
function isMadeBy({ item, title, columns }: AuditedItem, facts: readonly AuditedFact[]): boolean {
  const imported = facts[0]?.event;
  if (imported?.type !== 'imported' || imported.title !== title) return false;
  try {
    const made = itemFrom(
      item.roundId,
      item.itemId,
      facts.map(({ event }) => event),
    );
    const told = Object.fromEntries(Object.keys(columns).map((name) => [name, made[name as keyof typeof made]]));
    return canonical(made) === canonical(item) && canonical(told) === canonical(columns);
  } catch {
    return false;
  }
}

async function verifyFiles({ pool, store }: Context): Promise<{ files: number; lost: Breach[] }> {
  const lost: Breach[] = [];
  let files = 0;
  for await (const id of keptFiles(pool)) {
    if (!(await store.holds(id)) && !(await store.holdsAside(id))) lost.push({ kind: 'file', id, seq: null });
    files += 1;
  }
  return { files, lost };
}
