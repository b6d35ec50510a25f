/** The ledger 台账: one row an item, from what was found to how it stands today. */
import { headOf, measuresText, sharedColumns } from './columns.ts';
import type { ItemFacts, RoundFacts } from './facts.ts';
import { count, date, tableOf, text, type Table } from './table.ts';
import { sheetWords } from './words.ts';
import { catalogue } from '../../core/i18n/catalogue.ts';

export function ledgerTable(facts: RoundFacts): Table {
  const { locale, items } = facts;
  const { things, fields } = catalogue(locale);
  const words = sheetWords(locale);
  const { number, title, unit, leadLeader, handler, rootCause, itemDue, state, light, waitingOn, actBy, remark } =
    sharedColumns(locale);
  const columns = [
    number,
    title,
    unit,
    leadLeader,
    handler,
    rootCause,
    text<ItemFacts>(things.measures, 32, (item) => measuresText(item, locale)),
    date<ItemFacts>(things.firstDue, ({ firstDueOn }) => firstDueOn),
    itemDue,
    count<ItemFacts>(words.extensions, ({ extensions }) => extensions),
    light,
    state,
    count<ItemFacts>(words.daysLeft, ({ workingDaysLeft }) => workingDaysLeft),
    waitingOn,
    actBy,
    text<ItemFacts>(fields.text, 26, ({ progress }) => progress),
    text<ItemFacts>(fields.statement, 30, ({ statement }) => statement),
    count<ItemFacts>(words.files, ({ evidence }) => evidence.length),
    date<ItemFacts>(words.decidedOn, ({ decided }) => decided?.on ?? null),
    remark,
  ];
  // On one page side by side nobody could read it.
  return tableOf({ ...headOf('ledger', facts), pagesWide: 2 }, columns, items);
}
