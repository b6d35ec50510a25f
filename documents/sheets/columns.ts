/** Columns that several lists have, so that one thing reads alike in all of them. */
import type { DeedFacts, ItemFacts, RoundFacts, SheetFrame, TurnFacts } from './facts.ts';
import { date, text, type Column } from './table.ts';
import { sheetWords } from './words.ts';
import { catalogue, lightText } from '../../core/i18n/catalogue.ts';
import { dateTime, tableDate, unpublishedMark } from '../../core/i18n/format.ts';
import type { RoundSheet } from '../../core/round/sheets.ts';
import type { Locale } from '../../core/locale.ts';

type ItemColumn = Column<ItemFacts>;

export function sharedColumns(locale: Locale) {
  const { things, states, fields } = catalogue(locale);
  const words = sheetWords(locale);
  return {
    number: text(things.number, 8, ({ number }) => number) satisfies ItemColumn,
    part: text(things.part, 18, ({ part }) => part) satisfies ItemColumn,
    title: text(things.finding, 30, ({ title }) => title) satisfies ItemColumn,
    unit: text(things.responsibleUnit, 12, ({ unit }) => unit) satisfies ItemColumn,
    handler: text(things.handler, 10, ({ handler }) => handler) satisfies ItemColumn,
    leadLeader: text(things.leadLeader, 10, ({ leadLeader }) => leadLeader) satisfies ItemColumn,
    itemDue: date(things.itemDue, ({ dueOn }) => dueOn) satisfies ItemColumn,
    state: text(things.state, 12, ({ state }) => states[state]) satisfies ItemColumn,
    light: text(things.light, 10, ({ light }) => lightText(light, locale)) satisfies ItemColumn,
    rootCause: text(fields.rootCause, 18, ({ rootCause }) => rootCause) satisfies ItemColumn,
    waitingOn: text(things.waitingOn, 12, ({ turn }) => turnText(turn, locale)) satisfies ItemColumn,
    actBy: date(words.actBy, ({ turn }) => turn?.dueOn ?? null) satisfies ItemColumn,
    remark: text(words.remark, 14, ({ unpublishedYears }) =>
      unpublishedMark(unpublishedYears, locale),
    ) satisfies ItemColumn,
  };
}

/** What a sheet of a round is called, and what stands over its table. */
export function headOf(sheet: RoundSheet, facts: RoundFacts) {
  const { locale, round, unit, items } = facts;
  const words = sheetWords(locale);
  const name = catalogue(locale).papers[sheet];
  const scope = unit === null ? '' : words.ofUnit(unit);
  return { name, title: words.title(round, name), note: `${frameNote(facts, items.length)}${scope}` };
}

/** Who is waited for: the party, and under it the one person or the units. */
export function turnText(turn: TurnFacts | null, locale: Locale): string | null {
  if (turn === null) return null;
  const party = catalogue(locale).parties[turn.party];
  return turn.who === null ? party : `${party}\n${turn.who}`;
}

export const wantedText = (turn: TurnFacts | null, locale: Locale): string | null =>
  turn === null || turn.act === null ? null : catalogue(locale).acts[turn.act];

/** One under the other, each with its number. */
export const numbered = (texts: readonly string[], locale: Locale): string =>
  texts.map((one, index) => sheetWords(locale).numbered(index + 1, one)).join('\n');

export const measuresText = ({ measures }: ItemFacts, locale: Locale): string | null =>
  measures.length === 0
    ? null
    : numbered(
        measures.map((measure) => measure.text),
        locale,
      );

/** Who, when, and under it what they said. */
export function deedText(deed: DeedFacts | null, locale: Locale): string | null {
  if (deed === null) return null;
  const who = sheetWords(locale).deed(deed.by, tableDate(deed.on, locale));
  return deed.opinion === '' ? who : `${who}\n${deed.opinion}`;
}

/** As of when, and how many. */
export const frameNote = ({ locale, asOf }: Pick<SheetFrame, 'locale' | 'asOf'>, items: number): string =>
  sheetWords(locale).note(dateTime(asOf, locale), items);
