/** Why dates, mails and letters are when they are, as sentences. */
import { catalogue } from './catalogue.ts';
import { dateTime, sentenceDate, tableDate, unpublishedMark } from './format.ts';
import { namesOf, type Names } from './names.ts';
import type { Making } from '../item/date-making.ts';
import type { DateStory, Setting, TurnStory } from '../item/date-story.ts';
import type { NewsStory, StepStory } from '../item/step-story.ts';
import type { Locale } from '../locale.ts';
import type { SkippedDay } from '../rules/calendar.ts';
import type { RulesVersion } from '../rules/rules.ts';
import { addDays, localDate, type LocalDate } from '../time.ts';

const paragraph = (sentences: readonly string[], locale: Locale): string => sentences.join(locale === 'en' ? ' ' : '');

/** One paragraph for each setting of a date in turn; the last one tells of the date that stands. */
export function dateParagraphs({ settings }: DateStory, locale: Locale, names?: Partial<Names>): string[] {
  const known = namesOf(names);
  return settings.map((setting) =>
    paragraph([...settingSentences(setting, locale, known), setBy(setting, locale, known)], locale),
  );
}

/** Of the date of whose turn it is; null where that is no date of the item's own and none that is counted. */
export function turnParagraph({ as, counted }: TurnStory, locale: Locale, names?: Partial<Names>): string | null {
  const { explanation } = catalogue(locale);
  if (counted !== null) return paragraph(settingSentences(counted, locale, namesOf(names)), locale);
  return as === null ? null : explanation.sameAs(explanation.dates[as]);
}

/** By which version of the policy, and by the holidays of which years. */
export const rulesSentence = ({ policy, calendar }: RulesVersion, years: readonly string[], locale: Locale): string =>
  catalogue(locale).explanation.rules(policy, calendar, years);

export function stepParagraph({ step, sendAt, placing, skipped, madeUp }: StepStory, locale: Locale): string {
  const { explanation } = catalogue(locale);
  const on = sentenceDate(step.dueOn, locale);
  const placed = () => {
    switch (placing.kind) {
      case 'on':
        return [explanation.onDay(on)];
      case 'before':
        return [placing.days === 0 ? explanation.onDay(on) : explanation.before(placing.days, on)];
      case 'after':
        return [
          explanation.after(placing.workingDays, on),
          ...(placing.restedDays > 0 ? [explanation.restedBetween(placing.restedDays)] : []),
          ...(placing.postponed ? [explanation.postponed] : []),
        ];
      case 'again':
        return [explanation.again(placing.workingDays, sentenceDate(placing.last, locale))];
    }
  };
  const late = sendAt > step.at ? [explanation.late(dateTime(step.at, locale))] : [];
  const counted = countSentences({ skipped, madeUp, unknownYears: step.unknownYears }, locale);
  return paragraph([...placed(), ...counted, ...late], locale);
}

export const newsParagraph = ({ at, sendAt, skipped }: NewsStory, locale: Locale): string =>
  paragraph(
    [
      sendAt === at
        ? catalogue(locale).explanation.atOnce
        : catalogue(locale).explanation.firstSlot(dateTime(at, locale)),
      ...countSentences({ skipped, madeUp: [], unknownYears: [] }, locale),
    ],
    locale,
  );

function settingSentences(setting: Omit<Setting, 'seq' | 'by'>, locale: Locale, names: Names): string[] {
  const { landedOn, making } = setting;
  const landed = landedOn === null ? [] : [catalogue(locale).explanation.landed(sentenceDate(landedOn, locale))];
  return [makingSentence(making, locale, names), ...landed, ...countSentences(setting, locale)];
}

function makingSentence(making: Making, locale: Locale, names: Names): string {
  const { explanation } = catalogue(locale);
  const day = (date: LocalDate) => sentenceDate(date, locale);
  switch (making.kind) {
    case 'counted':
      return explanation.counted(making.count, making.unit, making.start, day(making.from));
    case 'withDue':
      return explanation.withDue;
    case 'givenBack':
      return explanation.givenBack(making.days, day(making.from), day(making.since));
    case 'rested': {
      const { days, from, since, askedBy, agreedBy, reason } = making;
      const pause = explanation.agreed(names.person(agreedBy), names.person(askedBy), reason);
      return paragraph([explanation.rested(days, day(from), day(since)), pause], locale);
    }
    case 'pause': {
      const { askedBy, agreedBy, reason } = making;
      return explanation.agreed(names.person(agreedBy), names.person(askedBy), reason);
    }
    case 'fixed':
      return explanation.fixed(making.from === null ? null : day(making.from), making.reason);
    case 'extended': {
      const { from, askedBy, askedAt, asked, reason } = making;
      return explanation.extended(day(from), names.person(askedBy), day(localDate(askedAt)), day(asked), reason);
    }
    case 'recounted':
      return explanation.recounted(day(making.from), making.rules.policy, making.rules.calendar, making.reason);
    case 'chosen':
      return making.from === null || making.reason === null
        ? explanation.chosen(making.reason)
        : explanation.chosenAnew(day(making.from), making.reason);
  }
}

function countSentences(
  { skipped, madeUp, unknownYears }: Pick<Setting, 'skipped' | 'madeUp' | 'unknownYears'>,
  locale: Locale,
): string[] {
  const { explanation } = catalogue(locale);
  const day = (date: LocalDate) => tableDate(date, locale);
  const spans = spansOf(skipped).map(({ holiday, from, to }) => explanation.span(holiday, day(from), day(to)));
  const mark = unpublishedMark(unknownYears, locale);
  return [
    ...(spans.length === 0 ? [] : [explanation.skipped(spans)]),
    ...(madeUp.length === 0 ? [] : [explanation.madeUp(madeUp.map(day))]),
    ...(mark === null ? [] : [explanation.provisional(mark)]),
  ];
}

interface Span {
  readonly holiday: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Days off in a row for the same reason are one. */
function spansOf(skipped: readonly SkippedDay[]): Span[] {
  const spans: Span[] = [];
  for (const { date, holiday = null } of skipped) {
    const last = spans.at(-1);
    if (last !== undefined && last.holiday === holiday && addDays(last.to, 1) === date)
      spans[spans.length - 1] = { ...last, to: date };
    else spans.push({ holiday, from: date, to: date });
  }
  return spans;
}

function setBy({ by, at, seq }: Setting, locale: Locale, names: Names): string {
  const { explanation } = catalogue(locale);
  const when = dateTime(at, locale);
  return by === null ? explanation.setByClock(when, seq) : explanation.setBy(names.person(by), when, seq);
}
