/** What items tell of who answers for them → responsibilities beside the parts, with whole dates. */
import type { TellableDuty } from '../../../core/round/grounds.ts';
import type { NoticeDates, NoticePart, Responsibility } from '../../../core/round/notice.ts';
import { datesIn, isoOf, type Day } from '../words/dates.ts';
import type { Duties, DutyKind } from '../words/duties.ts';
import type { ReadPart } from './parts.ts';

/** Parts as they are given, without what is given beside them. */
export const partsAlone = (parts: readonly ReadPart[]): NoticePart[] =>
  parts.map((part) => ({
    ...part,
    items: part.items.map(({ duties: _, told: __, statusBy: ___, emptyBelow: ____, ...item }) => item),
  }));

const joined = (texts: readonly string[] | undefined): string | null => texts?.join('、') ?? null;

/** A date of ISO 8601 as year and month; the end of an interval. */
function lastOf(iso: string): { year: number; month: number | null } {
  const [year, month] = (iso.split('/').findLast((date) => date !== '') ?? '').split('-');
  return { year: Number(year), month: month === undefined ? null : Number(month) };
}

/** The first such day after a date: findings told in November are due in March of the next year. */
function yearAfter({ month, relative }: Day, since: string): number | null {
  const { year, month: begun } = lastOf(since);
  if (relative === 'next') return year + 1;
  if (relative === 'same' || relative === 'this') return year;
  if (relative === 'last' || month === null) return null;
  return begun !== null && month < begun ? year + 1 : year;
}

const KINDS: readonly DutyKind[] = ['leader', 'owner', 'lead', 'unit', 'supporting', 'due'];

type Due = Pick<Responsibility, 'dueOn' | 'dueYear'>;

/** The last date of a text. */
function dueIn(text: string, since: string | null): Due {
  const words = datesIn(text).at(-1);
  if (words === undefined) return { dueOn: null, dueYear: null };
  const day = words.to ?? words.from;
  const year = day.year ?? (since === null ? null : yearAfter(day, since));
  const dueOn = isoOf({ ...day, year });
  return { dueOn, dueYear: dueOn === null ? null : day.year === null ? 'inferred' : 'read' };
}

/** Done when all of it is done: the latest date, where every text names one. */
function latestIn(texts: readonly string[], since: string | null): Due {
  const all = texts.map((text) => dueIn(text, since));
  const [last] = all.toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? 1 : -1));
  return last === undefined || all.some(({ dueOn }) => dueOn === null) ? { dueOn: null, dueYear: null } : last;
}

/** The field that says what a duty of a kind says. */
const FIELDS = {
  leader: 'leader',
  owner: 'owner',
  lead: 'unit',
  unit: 'unit',
  supporting: 'supportingUnits',
  due: 'dueText',
} as const satisfies Record<DutyKind, TellableDuty>;

/** What sentences tell in the fields that no label fills. */
function beside(duties: Duties, told: Duties): Duties {
  const filled = new Set(KINDS.filter((kind) => duties[kind] !== undefined).map((kind) => FIELDS[kind]));
  return Object.fromEntries(
    KINDS.flatMap((kind) => (filled.has(FIELDS[kind]) || told[kind] === undefined ? [] : [[kind, told[kind]]])),
  );
}

function responsibilityOf(position: number, labelled: Duties, told: Duties, since: string | null): Responsibility {
  const { leader, owner, lead, unit, supporting = [], due = [] } = { ...labelled, ...told };
  const inferred = [...new Set(KINDS.filter((kind) => told[kind] !== undefined).map((kind) => FIELDS[kind]))];
  const beside = lead === undefined ? supporting : [...(unit ?? []), ...supporting];
  return {
    position,
    leader: joined(leader),
    owner: joined(owner),
    unit: joined(lead ?? unit),
    supportingUnits: [...new Set(beside.flatMap((names) => names.split(/[、，,；;\s]+/)))],
    dueText: due.length === 0 ? null : due.join('、'),
    ...latestIn(due, since),
    ...(inferred.length === 0 ? {} : { inferred }),
  };
}

/**
 * The day from which a text counts when it leaves out a year. A report is published long after its findings were due,
 * so its own date says nothing of them.
 */
export const dueSince = ({ feedback, published }: NoticeDates, isReport: boolean): string | null =>
  feedback ?? (isReport ? null : published);

/** @param since see `dueSince` */
export const responsibilitiesOf = (parts: readonly ReadPart[], since: string | null): Responsibility[] =>
  parts
    .flatMap((part) => part.items)
    .flatMap(({ duties, told }, at) => {
      const alone = beside(duties, told);
      const isSaid = Object.keys({ ...duties, ...alone }).length > 0;
      return isSaid ? [responsibilityOf(at + 1, duties, alone, since)] : [];
    });
