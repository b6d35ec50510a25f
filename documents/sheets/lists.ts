/** The three lists 三张清单 of a plan: what was found, what is done about it, who answers for it. */
import { headOf, sharedColumns, wantedText } from './columns.ts';
import type { ItemFacts, MeasureFacts, RoundFacts } from './facts.ts';
import { count, date, tableOf, text, type Column, type Table } from './table.ts';
import { sheetWords } from './words.ts';
import { catalogue } from '../../core/i18n/catalogue.ts';

export function findingsTable(facts: RoundFacts): Table {
  const { locale, items } = facts;
  const { number, part, title, unit, leadLeader, itemDue, light, state, remark } = sharedColumns(locale);
  const { things, formWords } = catalogue(locale);
  const words = sheetWords(locale);
  const group = text<ItemFacts>(words.group, 18, (item) => item.group);
  const immediate = text<ItemFacts>(things.immediate, 8, (item) => (item.immediate ? formWords.yes : null));
  const columns = [number, part, group, title, immediate, unit, leadLeader, itemDue, light, state, remark];
  return tableOf(headOf('findings', facts), columns, items);
}

/** A measure with the item it belongs to; null before the item has one. */
interface Task {
  readonly item: ItemFacts;
  readonly measure: MeasureFacts | null;
}

/** One row a measure, and one for an item that has none yet, so that nothing is missing because nothing was planned. */
export function tasksTable(facts: RoundFacts): Table {
  const { locale, items } = facts;
  const { things } = catalogue(locale);
  const words = sheetWords(locale);
  const { number, title, unit, state, remark } = sharedColumns(locale);
  const columns = [
    ofItem(number),
    ofItem(title),
    count<Task>(words.measureNumber, ({ measure }) => measure?.number ?? null),
    text<Task>(
      things.measure,
      40,
      ({ item, measure }) => measure?.text ?? (item.immediate ? things.immediate : words.noPlan),
    ),
    ofItem(unit),
    text<Task>(things.owner, 10, ({ item, measure }) => measure?.owner ?? item.handler),
    date<Task>(things.due, ({ item, measure }) => measure?.dueOn ?? item.dueOn),
    count<Task>(words.files, ({ measure }) => (measure === null ? null : measure.evidence.length)),
    ofItem(state),
    ofItem(remark),
  ];
  return tableOf(headOf('tasks', facts), columns, items.flatMap(tasksOf));
}

const ofItem = (column: Column<ItemFacts>): Column<Task> => ({ ...column, of: ({ item }) => column.of(item) });

const tasksOf = (item: ItemFacts): readonly Task[] =>
  item.measures.length === 0 ? [{ item, measure: null }] : item.measures.map((measure) => ({ item, measure }));

export function dutiesTable(facts: RoundFacts): Table {
  const { locale, items } = facts;
  const { things } = catalogue(locale);
  const words = sheetWords(locale);
  const { number, title, unit, leadLeader, handler, itemDue, state, waitingOn, actBy, remark } = sharedColumns(locale);
  const columns = [
    number,
    title,
    unit,
    leadLeader,
    handler,
    text<ItemFacts>(things.liaison, 10, ({ liaison }) => liaison),
    date<ItemFacts>(things.signDue, ({ signDueOn }) => signDueOn),
    date<ItemFacts>(things.planDue, ({ planDueOn }) => planDueOn),
    itemDue,
    state,
    waitingOn,
    text<ItemFacts>(words.wanted, 12, ({ turn }) => wantedText(turn, locale)),
    actBy,
    remark,
  ];
  return tableOf(headOf('duties', facts), columns, items);
}
