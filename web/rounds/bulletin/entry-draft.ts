/** What is typed about one item of a notice, and what became of it from version to version. */
import type { BulletinDraftItem, BulletinEntryVersion } from '../../../api/contract.ts';
import type { BulletinChoice } from '../../../core/round/bulletin.ts';

export interface EntryDraft {
  readonly choice: BulletinChoice;
  readonly reason: string;
  readonly title: string;
  readonly result: string;
  /** The version that this was begun from; 0 for none. */
  readonly version: number;
}

export function entryDraft({ versions }: Pick<BulletinDraftItem, 'versions'>): EntryDraft {
  const newest = versions.at(-1);
  if (newest === undefined) return { choice: 'publish', reason: '', title: '', result: '', version: 0 };
  const { choice, reason, title, result, version } = newest;
  return { choice, reason: reason ?? '', title: title ?? '', result: result ?? '', version };
}

/** A reason belongs to what is left out, and goes with it. */
export const entryBody = ({ choice, reason, title, result, version }: EntryDraft) => ({
  choice,
  reason: choice === 'publish' ? null : orNull(reason),
  title: orNull(title),
  result: orNull(result),
  version,
});

export const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim());

/** What differs from what is saved. */
export const isUnsaved = (draft: EntryDraft, item: Pick<BulletinDraftItem, 'versions'>): boolean =>
  JSON.stringify({ ...entryBody(draft), version: 0 }) !==
  JSON.stringify({ ...entryBody(entryDraft(item)), version: 0 });

type EntryField = 'choice' | 'reason' | 'title' | 'result';

export interface EntryChange {
  readonly field: EntryField;
  readonly from: string | null;
  readonly to: string | null;
}

export interface EntryStep {
  readonly version: BulletinEntryVersion;
  readonly changes: readonly EntryChange[];
}

const fields: readonly EntryField[] = ['choice', 'reason', 'title', 'result'];

/** The newest first; before the first version an item is published in the words that it has. */
export function stepsOf({ versions }: Pick<BulletinDraftItem, 'versions'>): readonly EntryStep[] {
  const steps = versions.map((version, index) => {
    const before = versions[index - 1] ?? { choice: 'publish', reason: null, title: null, result: null };
    const changes = fields.flatMap((field) =>
      before[field] === version[field] ? [] : [{ field, from: before[field], to: version[field] }],
    );
    return { version, changes };
  });
  return steps.toReversed();
}

/** Left out, and nobody has approved it. */
export function isWaiting({ versions }: Pick<BulletinDraftItem, 'versions'>): boolean {
  const newest = versions.at(-1);
  return newest !== undefined && newest.choice !== 'publish' && newest.approval === null;
}

export const choiceOf = ({ versions }: Pick<BulletinDraftItem, 'versions'>): BulletinChoice =>
  versions.at(-1)?.choice ?? 'publish';
