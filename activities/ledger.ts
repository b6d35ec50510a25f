/**
 * Writes what a run decided: one batch, one transaction; the same batch again changes nothing.
 *
 * The ledger believes nobody. It has the item, the rules and the public keys, decides each new fact again from the command or
 * the clock, and keeps it only where both agree; so neither an old run nor somebody who reaches Temporal can write into it.
 */
import type { Activities, Batch, Commitment, Committed } from './contract.ts';
import type { TrustedKeys } from './seal.ts';
import { canonical } from '../core/canonical.ts';
import type { ItemCommand } from '../core/item/command.ts';
import { decide } from '../core/item/decide.ts';
import { tellOfTheSame, type ItemEvent } from '../core/item/event.ts';
import { evolve } from '../core/item/evolve.ts';
import { isFinished, type Item } from '../core/item/item.ts';
import { mailsOf } from '../core/item/mail.ts';
import { bringsFile, filesLookedAt } from '../core/item/proof.ts';
import { tick } from '../core/item/tick.ts';
import type { Rules } from '../core/rules/rules.ts';
import { principalOf } from '../db/absences.ts';
import { factsFrom, knownCommandIds } from '../db/events.ts';
import { uploadsOf, type Upload } from '../db/evidence.ts';
import { recordFaults, recordOpenFault, type NewFault } from '../db/faults.ts';
import {
  addMailLines,
  appendFacts,
  countOpen,
  lockItem,
  passOnLines,
  projectItem,
  recipientsOf,
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
  // Between the look at the door and here it may have been ended: nobody's fault, and no alarm.
  if (!(await standIn(db, fresh))) return lost('impossible', seq);
  const steps = decideAgain(held, fresh, await recordsNamed(db, batch.itemId, fresh));
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

/** Whether whoever acts in another's place had the ledger's word for it at the moment of the act. */
async function standIn(db: Db, fresh: readonly Commitment[]): Promise<boolean> {
  for (const { event, sealed } of fresh) {
    const { personId, standsFor } = sealed?.command.actor ?? {};
    if (personId === undefined || standsFor === undefined) continue;
    const found = await principalOf(db, personId, standsFor.personId, event.at);
    if (found?.absenceId !== standsFor.absenceId) return false;
  }
  return true;
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
function decideAgain(
  { item: before, rules }: LockedItem,
  fresh: readonly Commitment[],
  records: ReadonlyMap<string, Upload>,
): Step[] | null {
  let item = before;
  const steps: Step[] = [];
  for (const { event, sealed } of fresh) {
    const expected =
      sealed === null
        ? tick(item, rules, event.at)
        : decidedEvent(item, asRecorded(sealed.command, records), rules, event.at);
    if (expected === null || canonical(expected) !== canonical(event)) return null;
    item = evolve(item, expected);
    steps.push({ event: expected, sealed, item });
  }
  return steps;
}

/** The records of the files that are handed in. */
async function recordsNamed(db: Db, itemId: string, fresh: readonly Commitment[]): Promise<Map<string, Upload>> {
  const ids = fresh.flatMap(({ sealed }) =>
    sealed !== null && bringsFile(sealed.command) ? [sealed.command.evidenceId] : [],
  );
  return ids.length === 0 ? new Map<string, Upload>() : uploadsOf(db, itemId, ids);
}

/** The command with what the ledger's own record says of the file; null where that person brought none under this id. */
function asRecorded(command: ItemCommand, records: ReadonlyMap<string, Upload>): ItemCommand | null {
  if (!bringsFile(command)) return command;
  const record = records.get(command.evidenceId);
  if (record?.uploadedBy !== command.actor.personId) return null;
  return { ...command, file: { sha256: record.sha256, name: record.name } };
}

function decidedEvent(item: Item, command: ItemCommand | null, rules: Rules, at: string): ItemEvent | null {
  if (command === null) return null;
  const decision = decide(item, command, rules, at);
  return 'event' in decision ? decision.event : null;
}

/** Facts, outbox, projection and counters of one item. */
async function write(db: Db, { item: before, head, rules }: LockedItem, steps: readonly Step[]): Promise<void> {
  const last = steps.at(-1);
  if (last === undefined) return;
  const { item, event } = last;
  await appendFacts(db, item.itemId, head, steps);
  const lines = [];
  for (const step of steps) lines.push(...(await outboxLines(db, step, rules)));
  await addMailLines(db, item.itemId, lines);
  for (const { event: handed } of steps) if (handed.type === 'handedOver') await passOnLines(db, item.itemId, handed);
  await projectItem(db, item, rules);
  await countOpen(db, item, isFinished(before), event.at);
}

async function outboxLines(db: Db, { event, item }: Step, rules: Rules): Promise<OutboxLine[]> {
  const lines = [];
  for (const { to, ...line } of mailsOf(event, item, rules)) {
    const personIds = await recipientsOf(db, item, { ...line, to }, event.by);
    lines.push({ seq: event.seq, ...line, personIds });
  }
  return lines;
}

/** What PostgreSQL will never take is an answer; everything else is an outage, and is tried again. */
const asUnwritable =
  ({ itemId, commitments }: Batch) =>
  (error: unknown): Outcome => {
    if (!isUnwritable(error)) throw error;
    const details = { sqlState: error.code, type: commitments[0]?.event.type ?? null };
    return lost('impossible', 0, { kind: 'unwritable', itemId, details });
  };
