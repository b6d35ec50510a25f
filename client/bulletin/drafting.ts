/** A notice that is being prepared, for whoever prepares it: each item with its words, what rests on them, and every version of what was decided. */
import type { Context } from '../context.ts';
import { entryOf, gather, organOf, type Gathered, type GatheredItem } from './gather.ts';
import { namesOfAll } from '../people/directory.ts';
import type { Actor } from '../../core/actor.ts';
import { may } from '../../core/item/roles.ts';
import type { Names } from '../../core/i18n/names.ts';
import { refuseApproval, type BulletinEntry } from '../../core/round/bulletin-draft.ts';
import type { LocalDate } from '../../core/time.ts';
import { sumDifferences } from '../../documents/bulletin/sums.ts';
import { unitsWords } from '../../documents/bulletin/told.ts';

export async function bulletinDraft(context: Context, actor: Actor, roundId: string, on?: LocalDate) {
  return draftingOf(await gather(context, actor, roundId, on), actor, await namesOfAll(context));
}

export function draftingOf({ round, on, draft, items }: Gathered, actor: Actor, names: Names) {
  return {
    roundId: round.id,
    title: round.title,
    on,
    mayEdit: may(actor, 'editBulletin'),
    /** What the document says, where nothing else is entered. */
    document: { organ: organOf(round.notice) ?? round.title, contact: round.notice.contact },
    frames: draft.frames.map(({ by, ...frame }) => ({ ...frame, by: names.person(by) })),
    items: items.map((item) => ({
      ...draftItem(item, entryOf(draft, item.id)),
      mayApprove: mayApprove(actor, item, entryOf(draft, item.id)),
      versions: (draft.entries.get(item.id) ?? []).map((entry) => versionOf(entry, names)),
    })),
  };
}

export type BulletinDrafting = Awaited<ReturnType<typeof bulletinDraft>>;

function draftItem(
  { id, number, part, title, item, measures, ...life }: GatheredItem,
  entry: BulletinEntry | undefined,
) {
  const words = unitsWords({ number, state: item.state, measures, ...life }).text;
  return {
    id,
    number,
    part,
    title,
    state: item.state,
    unitsWords: words,
    sums: [...sumDifferences(entry?.result ?? words)],
    measures: [...measures],
    evidence: item.evidence.map((file) => ({ id: file.id, name: file.name })),
  };
}

const mayApprove = (actor: Actor, { item }: GatheredItem, entry: BulletinEntry | undefined): boolean =>
  entry !== undefined &&
  may(actor, 'approveBulletin', item) &&
  refuseApproval(entry, entry.version, actor.personId) === null;

function versionOf({ proposal, approval, by, ...entry }: BulletinEntry, names: Names) {
  const named = (deed: { readonly by: string; readonly at: string }) => ({ by: names.person(deed.by), at: deed.at });
  return {
    ...entry,
    by: names.person(by),
    proposal: named(proposal),
    approval: approval === null ? null : named(approval),
  };
}
