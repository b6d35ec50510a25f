/**
 * The State Council's notice of the holidays of a year, as text: pasted as it stands, read sentence by sentence. What is not
 * understood is named, for a day off that was passed over would move dates without a word.
 */
import type { CalendarYear } from '../../core/rules/calendar.ts';
import { faultsOfYear, type CalendarFault } from '../../core/rules/calendar-faults.ts';
import { daysBetween, isLocalDate, weekday, type LocalDate } from '../../core/time.ts';

export type HolidayNotice =
  { readonly year: number; readonly calendar: CalendarYear } | { readonly faults: readonly CalendarFault[] };

const numerals = '一二三四五六七八九十';
const day = String.raw`(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:\([^()]*\))?`;
const holidaySentence = new RegExp(
  String.raw`^(?:[${numerals}]+、)?([^:,\d]{2,12}):(${day})(?:(?:至|到|-|—|~)(${day}))?放假(?:调休)?,?(?:共?(\d+)天)?(?:,?(?:不调休|与周末连休))?$`,
);
const workSentence = new RegExp(String.raw`^(${day}(?:[、,和]${day})*)(?:为工作日|照常上班|上班)$`);

/** What stands around the days in every notice, and moves none of them. */
const frame: readonly RegExp[] = [
  /^(?:国务院办公厅)?关于\d{4}年(?:部分)?节假日安排的通知$/,
  /^国务院办公厅$/,
  /^国办发(?:明电)?[〔[(]\d{4}[〕\])]\d+号$/,
  /^各省、自治区、直辖市人民政府,国务院各部委、各直属机构:?$/,
  /^(?:根据.{4,80},)?经国务院批准,现将\d{4}年.{2,60}通知如下:?$/,
  /^节假日期间,各地区、各部门要妥善安排好值班.*$/,
  /^鼓励各单位结合带薪年休假.*$/,
  /^\d{4}年\d{1,2}月\d{1,2}日$/,
  /^\(此件公开发布\)$/,
];

export function readHolidayNotice(text: string): HolidayNotice {
  const plain = text.normalize('NFKC').replace(/[^\S\n]+/g, '');
  const year = Number(/(\d{4})年(?:部分)?(?:节假日|元旦)/.exec(plain)?.[1] ?? NaN);
  if (Number.isNaN(year)) return { faults: [{ code: 'noYear' }] };
  const faults: CalendarFault[] = [];
  const holidays: CalendarYear['holidays'][number][] = [];
  const workOn: LocalDate[] = [];
  for (const said of sentencesOf(plain)) {
    const holiday = holidaySentence.exec(said);
    const work = workSentence.exec(said);
    if (holiday !== null) holidays.push(...holidayOf(holiday, said, year, faults));
    else if (work !== null) workOn.push(...daysIn(work[1] ?? '', said, year, faults));
    else if (!frame.some((pattern) => pattern.test(said))) faults.push({ code: 'notUnderstood', said });
  }
  const calendar = { source: `国务院办公厅关于${year}年部分节假日安排的通知`, holidays, workOn };
  // Days that could not be read would be reported missing as well.
  if (faults.length === 0) faults.push(...faultsOfYear(year, calendar));
  return faults.length === 0 ? { year, calendar } : { faults };
}

/** A line of its own ends a sentence, and so does a stop. */
const sentencesOf = (text: string): string[] => text.split(/[\n。;；]+/).filter((said) => said !== '');

function holidayOf(
  [, name = '', first = '', last, count]: RegExpExecArray,
  said: string,
  year: number,
  faults: CalendarFault[],
): CalendarYear['holidays'][number][] {
  const [from, to = from] = daysIn(last === undefined ? first : `${first}、${last}`, said, year, faults);
  // A day that is none has been named.
  if (from === undefined || to === undefined || (last !== undefined && to === from)) return [];
  const counted = daysBetween(from, to) + 1;
  if (count !== undefined && Number(count) !== counted)
    faults.push({ code: 'wrongCount', said, given: Number(count), counted });
  return [{ name, from, to }];
}

const dayParts = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]*)\))?/g;

/** Month and year go on from the day before where they are left out. */
function daysIn(text: string, said: string, year: number, faults: CalendarFault[]): LocalDate[] {
  const days: LocalDate[] = [];
  let [ofYear, ofMonth] = [String(year), ''];
  for (const [given, itsYear, itsMonth, itsDay = '', note = ''] of text.matchAll(dayParts)) {
    ofYear = itsYear ?? ofYear;
    ofMonth = itsMonth ?? ofMonth;
    const date = `${ofYear}-${ofMonth.padStart(2, '0')}-${itsDay.padStart(2, '0')}`;
    if (!isLocalDate(date)) {
      faults.push({ code: 'notADay', said, given });
      continue;
    }
    const named = /(?:周|星期)([一二三四五六日天])/.exec(note)?.[1];
    if (named !== undefined && weekday(date) !== '一二三四五六日'.indexOf(named.replace('天', '日')) + 1)
      faults.push({ code: 'wrongWeekday', said, date, given: note });
    days.push(date);
  }
  return days;
}
