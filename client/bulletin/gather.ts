/**
 * What a notice is made of: the facts of a round's items as of a day, and what was decided about telling them. It tells of
 * all items, so only whoever sees them all may read it.
 */
import { requireMay, type Context } from '../context.ts';
import { before } from '../items/facts-before.ts';
import { livesOfRound } from '../items/lives.ts';
import { newestReport } from '../items/newest-report.ts';
import { notFound, Refused } from '../refused.ts';
import { scopeOf } from '../scope.ts';
import { seenBy } from '../seen.ts';
import type { Actor } from '../../core/actor.ts';
import type { ItemEvent } from '../../core/item/event.ts';
import { blankItem } from '../../core/item/blank-item.ts';
import type { Item } from '../../core/item/item.ts';
import { evolve, itemFrom } from '../../core/item/evolve.ts';
import type { Locale } from '../../core/locale.ts';
import { isTold, type Audience } from '../../core/round/bulletin.ts';
import {
  draftFrom,
  isUnapproved,
  plainFrame,
  type BulletinDraft,
  type BulletinEntry,
} from '../../core/round/bulletin-draft.ts';
import type { Notice, NoticePart } from '../../core/round/notice.ts';
import { endOfDay, instant, localDate, millis, type Instant, type LocalDate } from '../../core/time.ts';
import { factsOfItems } from '../../db/events.ts';
import { readItem, type ItemRecord } from '../../db/items.ts';
import type { Db } from '../../db/pool.ts';
import { bulletinFactsOf } from '../../db/record-events.ts';
import { readRound, type RoundRow } from '../../db/rounds.ts';
import type { BulletinFacts, BulletinItem, BulletinPart } from '../../documents/bulletin/facts.ts';
import { faultsOf } from '../../documents/bulletin/figures.ts';
import type { Provenance } from '../../documents/bulletin/provenance.ts';

/** An item as of the day, with what of its life a notice tells. */
export interface GatheredItem
  extends ItemRecord, Pick<BulletinItem, 'statement' | 'progress' | 'measures' | 'dueOn' | 'seqs'> {}

export interface Gathered {
  readonly round: Pick<RoundRow, 'id' | 'title' | 'notice'>;
  readonly on: LocalDate;
  readonly asOf: Instant;
  /** In the order of the document. */
  readonly items: readonly GatheredItem[];
  readonly draft: BulletinDraft;
}

/** Facts that a notice names as those that it was computed from. */
type Named = Pick<Provenance, 'asOf' | 'record' | 'heads'>;

/**
 * @param on the last day that is told, in Asia/Shanghai; today where nothing is said
 * @param named computed again from these, whatever came since
 * @throws Refused notFound, roundNotLaunched, dayNotCome
 */
export async function gather(
  context: Context,
  actor: Actor,
  roundId: string,
  on?: LocalDate,
  named?: Named,
): Promise<Gathered> {
  const { seen, ...told } = await toldRound(context, actor, roundId, on, named);
  const draft = draftFrom(await bulletinFactsOf(seen, roundId, named?.record ?? null));
  const seqs = named === undefined ? null : new Map(named.heads.map(([itemId, seq]) => [itemId, seq]));
  const then = (itemId: string, facts: readonly ItemEvent[]) =>
    seqs === null ? before(facts, endOfDay(told.on)) : facts.filter(({ seq }) => seq <= (seqs.get(itemId) ?? 0));
  return { ...told, items: await itemsAt(seen, roundId, then), draft };
}

/** One item of it, as of today. @throws Refused notFound, roundNotLaunched */
export async function gatherItem(
  context: Context,
  actor: Actor,
  roundId: string,
  itemId: string,
): Promise<GatheredItem> {
  const { seen, on } = await toldRound(context, actor, roundId);
  const record = await readItem(seen, itemId);
  const facts = before((await factsOfItems(seen, [itemId])).get(itemId) ?? [], endOfDay(on));
  if (record?.roundId !== roundId || facts.length === 0) throw notFound('item', itemId);
  return { ...record, ...lifeOf(roundId, itemId, facts) };
}

interface ToldRound extends Pick<Gathered, 'round' | 'on' | 'asOf'> {
  readonly seen: Db;
}

/** Whether a notice of the round can be told at all, with nothing of its items read. @throws as {@link gather} */
export async function toldRound(
  context: Context,
  actor: Actor,
  roundId: string,
  on?: LocalDate,
  named?: Pick<Named, 'asOf'>,
): Promise<ToldRound> {
  requireMay(actor, 'readRounds');
  const now = context.now();
  const today = localDate(now);
  const day = on ?? today;
  if (day > today) throw new Refused({ code: 'dayNotCome', given: day, today });
  const seen = seenBy(context.pool, actor);
  const round = scopeOf(actor) === null ? await readRound(seen, roundId) : null;
  if (round === null) throw notFound('round', roundId);
  const asOf = named?.asOf ?? (day === today ? now : instant(millis(endOfDay(day)) - 1));
  if (round.state === 'draft' || (round.launchedAt !== null && round.launchedAt > asOf))
    throw new Refused({ code: 'roundNotLaunched' });
  return { seen, round, on: day, asOf };
}

async function itemsAt(
  db: Db,
  roundId: string,
  lifeThen: (itemId: string, facts: readonly ItemEvent[]) => readonly ItemEvent[],
): Promise<readonly GatheredItem[]> {
  const items: GatheredItem[] = [];
  for await (const { printed, facts } of livesOfRound(db, roundId, null)) {
    const then = lifeThen(printed.id, facts);
    if (then.length > 0) items.push({ ...printed, ...lifeOf(roundId, printed.id, then) });
  }
  return items;
}

/** The item as its facts make it, with what of them a notice tells. */
export function lifeOf(
  roundId: string,
  itemId: string,
  facts: readonly ItemEvent[],
): Omit<GatheredItem, keyof ItemRecord> & Pick<ItemRecord, 'item'> {
  const item = itemFrom(roundId, itemId, facts);
  const report = newestReport(facts);
  const seqOf = (type: ItemEvent['type']): number | null => facts.findLast((fact) => fact.type === type)?.seq ?? null;
  const { application, plan } = item;
  return {
    item,
    statement: application?.statement ?? null,
    progress: report?.text ?? null,
    measures: plan === null ? [] : item.measures.map(({ text }) => text),
    dueOn: item.interim?.checkpointOn ?? item.standing?.reviewOn ?? item.dueOn,
    seqs: {
      state: stateSince(item, facts),
      statement: application === null ? null : seqOf('closureRequested'),
      progress: report?.seq ?? null,
      measures: plan === null ? null : seqOf('planSubmitted'),
    },
  };
}

/** The fact by which the item came into the state that it has. */
function stateSince({ roundId, itemId }: Item, facts: readonly ItemEvent[]): number {
  let [item, since] = [blankItem(roundId, itemId), 0];
  for (const fact of facts) {
    const next = evolve(item, fact);
    if (next.state !== item.state || since === 0) since = fact.seq;
    item = next;
  }
  return since;
}

/** The newest decision on an item. */
export const entryOf = ({ entries }: BulletinDraft, itemId: string): BulletinEntry | undefined =>
  entries.get(itemId)?.at(-1);

export function bulletinFacts(
  { round, on, items, draft }: Gathered,
  audience: Audience,
  locale: Locale,
): BulletinFacts {
  const { notice, title } = round;
  const frame = draft.frames.at(-1) ?? plainFrame;
  return {
    locale,
    audience,
    organ: frame.organ ?? organOf(notice) ?? title,
    roundLabel: notice.roundLabel,
    team: notice.inspectionTeam,
    body: notice.inspectedBody,
    inspection: notice.dates.inspection,
    feedback: notice.dates.feedback,
    opening: frame.opening,
    on,
    datedOn: frame.datedOn ?? on,
    contact: frame.contact ?? notice.contact,
    ...partsOf(notice, items, (item) => itemOf(item, entryOf(draft, item.id), audience)),
  };
}

/** The same, for whoever writes it out. @throws Refused bulletinIncomplete */
export function soundFacts(gathered: Gathered, audience: Audience, locale: Locale): BulletinFacts {
  const facts = bulletinFacts(gathered, audience, locale);
  const faults = faultsOf(facts);
  if (faults.length > 0) throw new Refused({ code: 'bulletinIncomplete', faults });
  return facts;
}

/** A document that tells what was done was written by the inspected body; one that only tells findings, by those who inspected it. */
export function organOf({ organ, inspectedBody, parts }: Notice): string | null {
  const tellsWhatWasDone = parts.some(({ items }) => items.some(({ measures }) => measures.length > 0));
  return tellsWhatWasDone ? (organ ?? inspectedBody) : (inspectedBody ?? organ);
}

/** Each item of the document with what the ledger has of it, by its position. */
function partsOf(
  notice: Notice,
  records: readonly GatheredItem[],
  told: (item: GatheredItem) => BulletinItem,
): Pick<BulletinFacts, 'parts' | 'strangers'> {
  const left = new Map(records.map((record) => [record.position, record]));
  let position = 0;
  const parts: readonly BulletinPart[] = notice.parts.map((part, partIndex) => ({
    heading: headingOf(part),
    items: part.items.map(({ title }, index) => {
      const record = left.get((position += 1));
      left.delete(position);
      return record === undefined ? missing(`${partIndex + 1}.${index + 1}`, title) : told(record);
    }),
  }));
  return { parts, strangers: [...left.values()].map(({ number }) => number) };
}

/** Without its mark, for the notice numbers its own. */
function headingOf({ heading, number }: NoticePart): string | null {
  if (heading === null || number === null || !heading.startsWith(number)) return heading;
  return heading.slice(number.length).replace(/^[、.．\s]+/, '');
}

/** Own wording is for the public: inside, the document's words and the unit's stand. */
function itemOf(
  { id, number, title, item, statement, progress, measures, dueOn, seqs }: GatheredItem,
  entry: BulletinEntry | undefined,
  audience: Audience,
): BulletinItem {
  const own = audience === 'public' ? entry : undefined;
  const isLeftOut = entry !== undefined && !isTold(entry.choice, audience);
  return {
    id,
    number,
    title: own?.title ?? title,
    state: item.state,
    statement,
    progress,
    measures,
    wording: own === undefined || own.result === null ? null : { result: own.result, version: own.version },
    dueOn,
    omission: isLeftOut ? (isUnapproved(entry) ? 'proposed' : 'approved') : null,
    seqs,
  };
}

const missing = (number: string, title: string): BulletinItem => ({
  id: null,
  number,
  title,
  state: null,
  statement: null,
  progress: null,
  measures: [],
  wording: null,
  dueOn: null,
  omission: null,
  seqs: { state: null, statement: null, progress: null, measures: null },
});
