/**
 * Writes what a run decided: one batch, one transaction; the same batch again changes nothing.
 *
 * The ledger believes nobody. It has the item, the rules and the public keys, decides each new fact again from the command or
 * the clock, and keeps it only where both agree; so neither an old run nor somebody who reaches Temporal can write into it.
 */
import type { Activities, Batch, Commitment, Committed } from './contract.ts';
import type { TrustedKeys } from './seal.ts';
import { canonical } from '../core/canonical.ts';
import { decide } from '../core/item/decide.ts';
import { tellOfTheSame, type ItemEvent } from '../core/item/event.ts';
import { evolve } from '../core/item/evolve.ts';
import { isFinished, type Item } from '../core/item/item.ts';
import { mailsOf, type MailLine } from '../core/item/mail.ts';
import { filesLookedAt } from '../core/item/proof.ts';
import { tick } from '../core/item/tick.ts';
import type { Rules } from '../core/rules/rules.ts';
import { factsFrom, knownCommandIds } from '../db/events.ts';
import { recordFaults, recordOpenFault, type NewFault } from '../db/faults.ts';
import {
  addMailLines,
  appendFacts,
  countOpen,
  issueLetter,
  lockItem,
  passOnLines,
  projectItem,
  resolveAddressee,
  type LockedItem,
  type OutboxLine,
} from '../db/ledger.ts';
import { isUnwritable, transaction, type Db, type Pool } from '../db/pool.ts';

export function createLedgerActivities(pool: Pool, keys: TrustedKeys): Pick<Activities, 'commitBatch' | 'retryCommit'> {
  const commitBatch = async (batch: Batch): Promise<Committed> => {
    const { committed, fault } = await transaction(pool, (db) => commit(db, keys, batch)).catch(asUnwritable(batch));
    if (fault !== null) await recordOpenFault(pool, fault);
    return committed;
  };
  return {
    commitBatch,
    async retryCommit(batch) {
      const committed = await commitBatch(batch);
      const details = { type: batch.commitments[0]?.event.type ?? null, outcome: committed.outcome };
      await recordFaults(pool, [{ kind: 'retried', itemId: batch.itemId, details, isMended: true }]);
      return committed;
    },
  };
}

interface Outcome {
  readonly committed: Committed;
  /** What the operator must know. */
  readonly fault: NewFault | null;
}

async function commit(db: Db, keys: TrustedKeys, batch: Batch): Promise<Outcome> {
  const commands = batch.commitments.flatMap(({ sealed }) => (sealed === null ? [] : [sealed.command]));
  const held = await lockItem(db, batch.itemId, filesLookedAt(commands));
  if (held === null) return lost('astray', 0);
  const { seq } = held.item;
  if (held.epoch !== batch.epoch) return lost('superseded', seq);
  const known = batch.commitments.filter(({ event }) => event.seq <= seq);
  const fresh = batch.commitments.slice(known.length);
  const kept = await keptOf(db, batch.itemId, known);
  if (kept === null) return lost('astray', seq);
  const forged = fresh.find(({ sealed }) => sealed !== null && !keys.hold(batch.itemId, sealed));
  if (forged !== undefined)
    return lost('impossible', seq, { kind: 'forged', itemId: batch.itemId, details: { type: forged.event.type } });
  const steps = decideAgain(held, fresh);
  if (steps === null || (await hasKnownCommand(db, batch.itemId, fresh))) return lost('astray', seq);
  await write(db, held, steps);
  return { committed: { outcome: 'committed', seq: seq + fresh.length, kept }, fault: null };
}

const lost = (
  outcome: Exclude<Committed['outcome'], 'committed'>,
  seq: number,
  fault: NewFault | null = null,
): Outcome => ({ committed: { outcome, seq }, fault });

/**
 * A retried commit finds its facts in the ledger, whole. A task that was lost after its commit decides them once more, at
 * another moment: those of the ledger are given back, for the run to go on with. Null for another life.
 */
async function keptOf(db: Db, itemId: string, known: readonly Commitment[]): Promise<ItemEvent[] | null> {
  const first = known[0];
  if (first === undefined) return [];
  const found = await factsFrom(db, itemId, first.event.seq);
  const kept = [];
  for (const [index, { event, sealed }] of known.entries()) {
    const own = found[index];
    if (own === undefined || !tellOfTheSame(own.event, event) || canonical(own.sealed) !== canonical(sealed))
      return null;
    if (canonical(own.event) !== canonical(event)) kept.push(own.event);
  }
  return kept;
}

/** A command that was answered in an earlier run and never heard of in this one. */
async function hasKnownCommand(db: Db, itemId: string, fresh: readonly Commitment[]): Promise<boolean> {
  const commandIds = fresh.flatMap(({ sealed }) => (sealed === null ? [] : [sealed.command.commandId]));
  return commandIds.length > 0 && (await knownCommandIds(db, itemId, commandIds)).length > 0;
}

/** A fact with the item as it stands after it. */
interface Step extends Commitment {
  readonly item: Item;
}

/** Null where the ledger, asked the same, decides otherwise than the run did. */
function decideAgain({ item: before, rules }: LockedItem, fresh: readonly Commitment[]): Step[] | null {
  let item = before;
  const steps: Step[] = [];
  for (const { event, sealed } of fresh) {
    const expected =
      sealed === null ? tick(item, rules, event.at) : decidedEvent(item, sealed.command, rules, event.at);
    if (expected === null || canonical(expected) !== canonical(event)) return null;
    item = evolve(item, expected);
    steps.push({ event: expected, sealed, item });
  }
  return steps;
}

function decidedEvent(item: Item, command: Parameters<typeof decide>[1], rules: Rules, at: string): ItemEvent | null {
  const decision = decide(item, command, rules, at);
  return 'event' in decision ? decision.event : null;
}

/** Facts, letters, outbox, projection and counters of one item. */
async function write(db: Db, { item: before, head, rules }: LockedItem, steps: readonly Step[]): Promise<void> {
  const last = steps.at(-1);
  if (last === undefined) return;
  const { item, event } = last;
  await appendFacts(db, item.itemId, head, steps);
  for (const step of steps) await issueLetterOf(db, item, step.event);
  const lines = [];
  for (const step of steps) lines.push(...(await outboxLines(db, step, rules)));
  await addMailLines(db, item.itemId, lines);
  for (const { event: handed } of steps) if (handed.type === 'handedOver') await passOnLines(db, item.itemId, handed);
  await projectItem(db, item, rules);
  await countOpen(db, item, isFinished(before), event.at);
}

async function issueLetterOf(db: Db, { roundId, itemId }: Item, event: ItemEvent): Promise<void> {
  if (event.type !== 'escalated' || event.step.letter === null) return;
  await issueLetter(db, roundId, itemId, event.seq, event.step.letter, event.sendAt);
}

async function outboxLines(db: Db, { event, item }: Step, rules: Rules): Promise<OutboxLine[]> {
  const lines = [];
  for (const { to, ...line } of mailsOf(event, item, rules)) {
    const personIds = await recipientsOf(db, item, to, event.by);
    lines.push({ seq: event.seq, ...line, personIds });
  }
  return lines;
}

/** Nobody gets a mail about an act of their own. */
const recipientsOf = async (db: Db, item: Item, to: MailLine['to'], except: string | null): Promise<string[]> =>
  typeof to === 'string' ? resolveAddressee(db, item, to, except) : [to.personId].filter((id) => id !== except);

/** What PostgreSQL will never take is an answer; everything else is an outage, and is tried again. */
const asUnwritable =
  ({ itemId, commitments }: Batch) =>
  (error: unknown): Outcome => {
    if (!isUnwritable(error)) throw error;
    const details = { sqlState: error.code, type: commitments[0]?.event.type ?? null };
    return lost('impossible', 0, { kind: 'unwritable', itemId, details });
  };
