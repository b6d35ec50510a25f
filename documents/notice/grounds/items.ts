/** Each item with the lines that say its wording, its level, how far it is, what was done and who answers. */
import type { Ground, ItemFieldName, ItemGrounds, TellableDuty } from '../../../core/round/grounds.ts';
import type { NoticeItem, Responsibility } from '../../../core/round/notice.ts';
import type { ReadItem } from '../items/item.ts';
import type { ReadPart } from '../items/parts.ts';
import type { Line } from '../lines/normalise.ts';
import { headingOf } from '../structure/headings.ts';
import { letters } from '../text/han.ts';
import { leadingLabel } from '../words/labels.ts';
import { markOf } from '../words/marks.ts';
import { ground } from './facts.ts';
import type { Places } from './places.ts';

/** An item with its place. */
interface Placed {
  readonly item: ReadItem;
  readonly heading: string | null;
  /** Index of the title's line, −1 where it stands nowhere. */
  readonly at: number;
  /** Where its own lines end; −1 for the last of the document. */
  readonly next: number;
  /** Index of the heading's line that it stands under, −1 where it stands under none. */
  readonly head: number;
}

/** Whether a line says the wording by itself: behind its mark or label, or in a cell. */
function saysWhole({ text, cells }: Line, title: string): boolean {
  const own = letters(title);
  if (cells !== null) return cells.some((cell) => letters(cell).endsWith(own));
  const bare = text.slice(markOf(text)?.length ?? 0);
  if (letters(headingOf(bare).title) === own) return true;
  const label = leadingLabel(bare);
  return label !== null && letters(headingOf(label.rest).title) === own;
}

/** Where the same field of the item before was found. */
type Before = Map<ItemFieldName, number>;

/** A text of an item: in its own lines, else under the heading that it stands under, else in a list that stands apart. */
function fieldAt(
  field: ItemFieldName,
  text: string,
  { at, next, head }: Placed,
  before: Before,
  places: Places,
): Ground {
  const below = places.find(text, Math.max(at, (before.get(field) ?? -1) + 1, 0));
  const isOwn = below >= 0 && (next <= at || below < next);
  const isOfHead = !isOwn && head >= 0 && places.findAbove(text, head + 1) === head;
  const found = isOfHead ? head : below < 0 ? places.find(text) : below;
  if (found < 0) return ground(null, 'composed');
  before.set(field, isOfHead ? -1 : found);
  return ground(places.line(found)?.at ?? null, isOwn || at < 0 ? undefined : isOfHead ? 'headingAbove' : 'otherList');
}

function titleAt({ item, at }: Placed, places: Places): Ground {
  const line = places.line(at);
  if (line === undefined) return ground(null, 'composed');
  return saysWhole(line, item.title) ? ground(line.at) : ground(line.at, 'sentence');
}

/** The innermost heading; null where the item stands under none. */
const levelOf = (item: NoticeItem, heading: string | null): string | null => item.group?.split(' / ').at(-1) ?? heading;

function levelAt(level: string, { at, head }: Placed, places: Places): Ground {
  const line = places.line(at);
  const own = letters(level);
  const isCell = (cell: string): boolean => letters(cell) === own;
  if (line?.cells?.some(isCell) === true) return ground(line.at);
  if (head < 0) return ground(null, 'composed');
  const said = places.line(head);
  // A heading that spans the table stands for the rows below it; a cell of another row only where their own is empty.
  const isOfRow = line !== undefined && line.cells !== null && said?.cells?.some(isCell) === true;
  const spans = isOfRow && said.cells?.filter((cell) => cell !== '' && !isCell(cell)).length === 0;
  return ground(said?.at ?? null, isOfRow && !spans ? 'rowAbove' : undefined);
}

const DUTIES: readonly TellableDuty[] = ['leader', 'owner', 'unit', 'supportingUnits', 'dueText'];

function dutyGrounds(said: Responsibility, placed: Placed, before: Before, places: Places): [ItemFieldName, Ground][] {
  return DUTIES.flatMap((field) => {
    const value = said[field];
    const [first = ''] = typeof value === 'string' ? value.split('、') : (value ?? []);
    if (first === '') return [];
    const { line, why } = fieldAt(field, first, placed, before, places);
    const other = field === 'dueText' && said.dueYear === 'inferred' ? 'yearElsewhere' : why;
    return [[field, ground(line, said.inferred?.includes(field) === true ? 'sentence' : other)]];
  });
}

function groundsOf(
  placed: Placed,
  said: Responsibility | undefined,
  before: Before,
  places: Places,
): ItemGrounds['fields'] {
  const { item, heading, at } = placed;
  const level = levelOf(item, heading);
  const [measure] = item.measures;
  const all: [ItemFieldName, Ground][] = [['title', titleAt(placed, places)]];
  if (level !== null) all.push(['level', levelAt(level, placed, places)]);
  if (item.status !== undefined) all.push(['status', ground(places.line(at)?.at ?? null, item.statusBy)]);
  if (measure !== undefined) all.push(['measures', fieldAt('measures', measure, placed, before, places)]);
  if (said !== undefined) all.push(...dutyGrounds(said, placed, before, places));
  return Object.fromEntries(all);
}

export function itemGrounds(
  parts: readonly ReadPart[],
  responsibilities: readonly Responsibility[],
  places: Places,
): ItemGrounds[] {
  const items = parts.flatMap(({ heading, items: own }) => own.map((item) => ({ item, heading })));
  let from = 0;
  const lines = items.map(({ item }) => {
    const below = places.find(item.title, from);
    const at = below < 0 ? places.find(item.title) : below;
    from = Math.max(from, below);
    return at;
  });
  const said = new Map(responsibilities.map((one) => [one.position, one]));
  const before: Before = new Map();
  // Where the answers stand in a list of their own, the last finding ends where that list begins.
  const [first] = items;
  const answered = places.find(first?.item.measures[0] ?? '', lines[0]);
  const end = items.length > 1 && answered > (lines.at(-1) ?? -1) ? answered : -1;
  return items.map((one, index) => {
    const at = lines[index] ?? -1;
    const level = levelOf(one.item, one.heading);
    const above = level === null || at < 0 ? -1 : places.findAbove(level, at);
    const head = level === null || above >= 0 ? above : places.find(level);
    const placed = { ...one, at, next: lines[index + 1] ?? end, head };
    return { position: index + 1, fields: groundsOf(placed, said.get(index + 1), before, places) };
  });
}
