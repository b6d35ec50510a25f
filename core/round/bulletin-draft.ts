/**
 * What was decided about a progress notice before it is written: per item whether it is told and in which words, and what
 * stands around the items. Folded from the facts of the round's record, each of which is a version that stays.
 *
 * An item that nothing was decided of is published in the document's words and the unit's own.
 */
import type { BulletinChoice } from './bulletin.ts';
import type { NoticeContact } from './notice.ts';
import type { RecordRefusal } from './record-refusal.ts';
import type { Deed } from '../item/item.ts';
import type { Instant, LocalDate } from '../time.ts';

/** Of one item, as a person decides it. */
export interface BulletinDecision {
  readonly choice: BulletinChoice;
  /** Why it is not told to everybody; null where it is. */
  readonly reason: string | null;
  /** Public words of the finding; null for the document's. */
  readonly title: string | null;
  /** Public words of what was done; null for the unit's. */
  readonly result: string | null;
}

/** A version of it. */
export interface BulletinEntry extends BulletinDecision, Deed {
  /** The number of its fact in the record of the round. */
  readonly version: number;
  /** The unit's words that `result` was written over, so that a later statement shows. */
  readonly over: string | null;
  /** Who first chose so, for this reason: nobody approves their own. */
  readonly proposal: Deed;
  /** Null while nobody has agreed that it is left out, and where it is published. */
  readonly approval: Deed | null;
}

/** What stands around the items; null for what the product makes of the document. */
export interface BulletinFrame {
  /** In place of the first paragraph. The figures after it are computed always. */
  readonly opening: string | null;
  readonly organ: string | null;
  readonly contact: NoticeContact | null;
  /** The date of the notice; null for the day whose figures it tells. */
  readonly datedOn: LocalDate | null;
}

interface BulletinFrameVersion extends BulletinFrame, Deed {
  readonly version: number;
}

export interface BulletinDraft {
  /** By item, the oldest version first; no item has none. */
  readonly entries: ReadonlyMap<string, readonly BulletinEntry[]>;
  /** The oldest first. */
  readonly frames: readonly BulletinFrameVersion[];
  /** The number of the last fact; 0 for none. */
  readonly last: number;
}

export const bulletinFactKinds = ['bulletinEntrySet', 'bulletinEntryApproved', 'bulletinFrameSet'] as const;

/** What a fact of the round's record says of its notice. */
export type BulletinFactData =
  | {
      readonly kind: 'bulletinEntrySet';
      readonly data: BulletinDecision & { readonly itemId: string; readonly over: string | null };
    }
  | { readonly kind: 'bulletinEntryApproved'; readonly data: { readonly itemId: string; readonly version: number } }
  | { readonly kind: 'bulletinFrameSet'; readonly data: BulletinFrame };

export type BulletinFact = BulletinFactData & { readonly seq: number; readonly at: Instant; readonly by: string };

export const plainDecision: BulletinDecision = { choice: 'publish', reason: null, title: null, result: null };
export const plainFrame: BulletinFrame = { opening: null, organ: null, contact: null, datedOn: null };

/** @param facts of one round, the oldest first */
export function draftFrom(facts: readonly BulletinFact[]): BulletinDraft {
  const entries = new Map<string, readonly BulletinEntry[]>();
  const frames: BulletinFrameVersion[] = [];
  for (const { seq: version, at, by, ...fact } of facts)
    switch (fact.kind) {
      case 'bulletinEntrySet': {
        const { itemId, ...decided } = fact.data;
        const versions = entries.get(itemId) ?? [];
        entries.set(itemId, [...versions, entryAfter(versions.at(-1), { ...decided, version, by, at })]);
        break;
      }
      case 'bulletinEntryApproved': {
        const { itemId, version: of } = fact.data;
        const approved = (entries.get(itemId) ?? []).map((entry) =>
          entry.version === of ? { ...entry, approval: { by, at } } : entry,
        );
        entries.set(itemId, approved);
        break;
      }
      case 'bulletinFrameSet':
        frames.push({ ...fact.data, version, by, at });
    }
  return { entries, frames, last: facts.at(-1)?.seq ?? 0 };
}

/** Other words leave the choice as it was, and with it who proposed and who agreed to it. */
function entryAfter(last: BulletinEntry | undefined, set: Omit<BulletinEntry, 'proposal' | 'approval'>): BulletinEntry {
  if (last !== undefined && last.choice === set.choice && last.reason === set.reason)
    return { ...set, proposal: last.proposal, approval: last.approval };
  return { ...set, proposal: { by: set.by, at: set.at }, approval: null };
}

/** Left out without somebody's agreement: the notice waits for it. */
export const isUnapproved = ({ choice, approval }: Pick<BulletinEntry, 'choice' | 'approval'>): boolean =>
  choice !== 'publish' && approval === null;

/** What the writer knew is no longer the newest. @param known 0 where there was nothing yet */
export const refuseStale = (newest: { readonly version: number } | undefined, known: number): RecordRefusal | null =>
  (newest?.version ?? 0) === known ? null : { code: 'bulletinChanged' };

/** @param known the version that the approver saw */
export function refuseApproval(entry: BulletinEntry | undefined, known: number, by: string): RecordRefusal | null {
  if (entry === undefined || entry.version !== known) return { code: 'bulletinChanged' };
  if (!isUnapproved(entry)) return { code: 'nothingToApprove' };
  return entry.proposal.by === by ? { code: 'ownProposal' } : null;
}
