/** The words of the product: two catalogues of one type, and the sentences made from facts. */
import type { ItemEvent } from '../item/event.ts';
import type { Light } from '../item/light.ts';
import type { CalendarFault } from '../rules/calendar-faults.ts';
import type { PolicyFault } from '../rules/policy-faults.ts';
import type { Refusal } from '../item/refusal.ts';
import { en, type Catalogue } from './en.ts';
import { enCalendarFaults } from './en/calendar.ts';
import { enRecordRefusals } from './en/record-refusals.ts';
import type { Locale } from '../locale.ts';
import { namesOf, type Names } from './names.ts';
import { sentencesOf, type ThreeSentences } from './refusal-texts.ts';
import { zh } from './zh.ts';
import { zhCalendarFaults } from './zh/calendar.ts';
import { zhRecordRefusals } from './zh/record-refusals.ts';
import type { RecordRefusal } from '../round/record-refusal.ts';

export type { Catalogue };

export const catalogue = (locale: Locale): Catalogue => (locale === 'en' ? en : zh);

/** ■ 超期 · ■ Overdue: the shape says it without colour, the word without eyes. */
export function lightText(light: Light, locale: Locale): string {
  const { shape, word } = catalogue(locale).lights[light];
  return `${shape} ${word}`;
}

/** A "no" in three sentences: what is the case, what is allowed, what to do. */
export const refusalSentences = (refusal: Refusal, locale: Locale, names?: Partial<Names>): ThreeSentences =>
  sentencesOf(catalogue(locale).refusals, refusal, names);

/** The three sentences as one paragraph. */
export const refusalText = (refusal: Refusal, locale: Locale, names?: Partial<Names>): string =>
  refusalSentences(refusal, locale, names).join(locale === 'en' ? ' ' : '');

/** What happened, as the timeline says it. Who and when stand beside it. */
export function eventText(event: ItemEvent, locale: Locale, names?: Partial<Names>): string {
  const text = catalogue(locale).events[event.type] as (event: ItemEvent, names: Names) => string;
  return text(event, namesOf(names));
}

/** One fault of an edited policy, with the path of its field: 超期工作日数（escalations[1].workingDaysAfter）应为… */
export function policyFaultText(fault: PolicyFault, locale: Locale): string {
  const { fields, faults, whole, withPath } = catalogue(locale).policy;
  const name = /([a-zA-Z]+)(?:\[\d+\])*$/.exec(fault.path)?.[1];
  const label = Object.entries(fields).find(([field]) => field === name)?.[1];
  const field = fault.path === '' ? whole : label === undefined ? fault.path : withPath(label, fault.path);
  return faults[fault.code](field, fault);
}

/** One fault of a calendar's year. */
function calendarFaultText(fault: CalendarFault, locale: Locale): string {
  const texts = locale === 'en' ? enCalendarFaults : zhCalendarFaults;
  // One text per code; the compiler cannot tie a code to its own text through an index.
  return (texts[fault.code] as (fault: CalendarFault) => string)(fault);
}

function faultLines(refusal: RecordRefusal, locale: Locale): string[] {
  switch (refusal.code) {
    case 'policyFaults':
      return refusal.faults.map((fault) => policyFaultText(fault, locale));
    case 'calendarFaults':
      return refusal.faults.map((fault) => calendarFaultText(fault, locale));
    default:
      return [];
  }
}

/** A "no" to anything but a command on an item. */
export function recordRefusalText(refusal: RecordRefusal, locale: Locale): string {
  const isEnglish = locale === 'en';
  const texts = isEnglish ? enRecordRefusals : zhRecordRefusals;
  // One text per code; the compiler cannot tie a code to its own text through an index.
  const text = texts[refusal.code] as (refusal: RecordRefusal) => readonly string[];
  const faults = faultLines(refusal, locale);
  return [...text(refusal), ...faults].join(isEnglish ? ' ' : '');
}
