/** Date expressions in running text → ISO 8601, as exact as the words. */
import { fold, numberOf } from '../text/han.ts';
import { matchesOf } from '../text/matches.ts';

/** A calendar day, month or year; parts the text does not give are null. */
export interface Day {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** 同年, 次年, 今年: the year by its relation to another one. */
  readonly relative: 'same' | 'next' | 'this' | 'last' | null;
}

/** A date or a range as it stands in the text. */
export interface DateWords {
  readonly from: Day;
  readonly to: Day | null;
  /** 起, 以来, 至今: begins and has no end. */
  readonly open: boolean;
  /** 截至: a state as of, not an event. */
  readonly asOf: boolean;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const DIGIT = '[\\d〇○零一二三四五六七八九]';
const YEAR = `(?:(?<year>${DIGIT}{4})\\s*年|(?<relative>同年|当年|今年|本年|次年|翌年|第二年|去年|上年))`;
const SMALL = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})';
const MONTH = `(?<month>${SMALL})\\s*月份?`;
const DAY = `\\s*(?:(?<day>${SMALL})\\s*[日号]|上旬|中旬|下旬|初|中(?=[，。；至到\\-—])|底|末)?`;
const POINT = new RegExp(
  [
    `(?<!\\d)(?<y>\\d{4})\\s?[-/.]\\s?(?<m>\\d{1,2})(?:\\s?[-/.]\\s?(?<d>\\d{1,2}))?(?!\\d|\\.\\d)`,
    `${YEAR}\\s*(?:${MONTH}${DAY})?(?:上半年|下半年|年?底|年?初|第?[一二三四]季度)?`,
    `(?<!\\d)(?<month2>${SMALL})\\s*月份?\\s*(?:(?<day2>${SMALL})\\s*[日号]|上旬|中旬|下旬|初|底|末)?`,
    `(?<=[至到\\-—–~～─]\\s*)(?<day3>\\d{1,2})\\s*[日号]`,
    `(?<!\\d)(?<day4>\\d{1,2})\\s*[日号](?=\\s*(?:至|到|[-—–~～─]))`,
    `(?<!\\d)(?<month4>\\d{1,2})(?=\\s?[-—–~～─至到]\\s?\\d{1,2}\\s*月)`,
  ].join('|'),
  'g',
);
const JOINT = /^\s*(?:起|开始)?[，]?\s*(?:至|到|[-—–~～─]{1,2})\s*$/;

const RELATIVE: Readonly<Record<string, Day['relative']>> = {
  同年: 'same',
  当年: 'same',
  今年: 'this',
  本年: 'this',
  次年: 'next',
  翌年: 'next',
  第二年: 'next',
  去年: 'last',
  上年: 'last',
};

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const digits = [...text].map((c) => (/\d/.test(c) ? c : String(numberOf(c) ?? ''))).join('');
  const year = Number(digits);
  return year >= 1900 && year < 2200 ? year : null;
}

const small = (text: string | undefined): number | null => (text === undefined ? null : numberOf(text));

function dayOf(groups: Record<string, string | undefined>): Day {
  return {
    year: yearOf(groups['y'] ?? groups['year']),
    month: small(groups['m'] ?? groups['month'] ?? groups['month2'] ?? groups['month4']),
    day: small(groups['d'] ?? groups['day'] ?? groups['day2'] ?? groups['day3'] ?? groups['day4']),
    relative: RELATIVE[groups['relative'] ?? ''] ?? null,
  };
}

interface Point {
  readonly day: Day;
  readonly start: number;
  readonly end: number;
}

function pointsOf(folded: string): Point[] {
  const points: Point[] = [];
  for (const found of matchesOf(POINT, folded)) {
    const day = dayOf(found.groups ?? {});
    if (day.year === null && day.month === null && day.day === null && day.relative === null) continue;
    points.push({ day, start: found.index, end: found.index + found[0].length });
  }
  return points;
}

/** The second half of a range borrows what it leaves out: 3月1日至15日, 3—5月, 11月至1月. */
function endOf(from: Day, to: Day): Day {
  const month = to.month ?? from.month;
  if (to.year !== null || to.relative !== null) return { ...to, month };
  const wraps = from.month !== null && month !== null && month < from.month;
  const year = from.year === null ? null : from.year + (wraps ? 1 : 0);
  return { year, month, day: to.day, relative: from.year === null ? from.relative : null };
}

/** No date is written without one of these: most texts are seen to have none. */
const POSSIBLE = /[\d０-９年月]/;

/** Every date and range in a text, in order. Dates inside 《》 should be blanked by the caller. */
export function datesIn(text: string): DateWords[] {
  if (!POSSIBLE.test(text)) return [];
  const folded = fold(text);
  const points = pointsOf(folded);
  const words: DateWords[] = [];
  for (let at = 0; at < points.length; at++) {
    const first = points[at];
    if (first === undefined) continue;
    const second = points[at + 1];
    const joined =
      second !== undefined && second.start - first.end < 12 && JOINT.test(folded.slice(first.end, second.start));
    const last = joined ? second : first;
    if (joined) at++;
    else if (first.day.month === null && first.day.day !== null) continue;
    const after = folded.slice(last.end, last.end + 6);
    // 3—5月: the year stands with the first month, which has no 月 of its own.
    const from = joined && first.day.month === null ? { ...first.day, month: second.day.month } : first.day;
    words.push({
      from,
      to: joined ? endOf(from, second.day) : null,
      open: !joined && /^\s*(?:起|以来|开始|至今|至目前)/.test(after),
      asOf: /(?:截至|截止|截止到|截至到)(?:目前)?[，]?\s*$/.test(
        folded.slice(Math.max(0, first.start - 8), first.start),
      ),
      text: text.slice(first.start, last.end),
      start: first.start,
      end: last.end,
    });
  }
  return words;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Whether the calendar has this day. */
export function isReal(day: Day): boolean {
  if (day.month !== null && (day.month < 1 || day.month > 12)) return false;
  if (day.day === null) return true;
  const leap = day.year === null || (day.year % 4 === 0 && (day.year % 100 !== 0 || day.year % 400 === 0));
  const longest = day.month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(day.month ?? 1) ? 30 : 31;
  return day.day >= 1 && day.day <= longest;
}

/** "2024", "2024-03", "2024-03-09"; null without a year or where the calendar has no such day. */
export function isoOf(day: Day): string | null {
  if (day.year === null || !isReal(day)) return null;
  if (day.month === null) return String(day.year);
  return `${day.year}-${two(day.month)}${day.day === null ? '' : `-${two(day.day)}`}`;
}

/** Whether words name a day, month or year of ISO 8601, or leave out no more than its year. */
export const isSameDay = (day: Day, date: string): boolean =>
  isoOf(day) === date || (day.year === null && isoOf({ ...day, year: Number(date.slice(0, 4)) }) === date);
