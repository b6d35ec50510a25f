/** The close-out sheet 归零表: finding, root cause, measures, result, evidence, and the three who answer for the closure. */
import { deedText, headOf, measuresText, numbered, sharedColumns } from './columns.ts';
import type { ItemFacts, RoundFacts } from './facts.ts';
import { tableOf, text, type Table } from './table.ts';
import { sheetWords } from './words.ts';
import { catalogue } from '../../core/i18n/catalogue.ts';

export function closuresTable(facts: RoundFacts): Table {
  const { locale, items } = facts;
  const { things, fields, acts } = catalogue(locale);
  const { number, title, unit, handler, rootCause, state } = sharedColumns(locale);
  const columns = [
    number,
    title,
    unit,
    handler,
    rootCause,
    text<ItemFacts>(things.measures, 28, (item) => measuresText(item, locale)),
    text<ItemFacts>(fields.statement, 28, ({ statement }) => statement),
    text<ItemFacts>(things.evidence, 20, ({ evidence }) => (evidence.length === 0 ? null : numbered(evidence, locale))),
    text<ItemFacts>(acts.requestClosure, 13, ({ applied }) => deedText(applied, locale)),
    text<ItemFacts>(acts.endorse, 13, ({ endorsed }) => deedText(endorsed, locale)),
    text<ItemFacts>(sheetWords(locale).decision, 13, ({ decided }) => deedText(decided, locale)),
    state,
  ];
  return tableOf(headOf('closures', facts), columns, items);
}
