/** The review file of one item: how it stands, its measures with what proves them, the files, the letters, the whole life. */
import { deedText, frameNote, turnText, wantedText } from './columns.ts';
import type { FileFacts, ItemFacts, LetterFacts, MeasureFacts, ReviewFacts, TimelineFacts } from './facts.ts';
import { count, date, tableOf, text, type Table } from './table.ts';
import { sheetWords } from './words.ts';
import { workbook } from './workbook.ts';
import { catalogue, lightText } from '../../core/i18n/catalogue.ts';
import { dateTime, list, tableDate, unpublishedMark } from '../../core/i18n/format.ts';
import type { Locale } from '../../core/locale.ts';
import type { LocalDate } from '../../core/time.ts';

export function reviewWorkbook(facts: ReviewFacts): Promise<Uint8Array> {
  const { locale, item, files, timeline, letters } = facts;
  const { things } = catalogue(locale);
  const words = sheetWords(locale);
  const head = (name: string) => ({
    name,
    title: words.title(`${facts.round} ${item.number} `, name),
    note: frameNote(facts, 1),
  });
  const tables: readonly Table[] = [
    tableOf(head(things.item), labelled(locale), labelsOf(item, locale)),
    tableOf(head(things.measures), measureColumns(locale), item.measures),
    tableOf(head(things.evidence), fileColumns(locale), files),
    tableOf(head(things.letters), letterColumns(locale), letters),
    tableOf(head(things.timeline), timelineColumns(locale), timeline),
  ];
  return workbook(tables, locale, facts.asOf);
}

type Labelled = readonly [label: string, value: string];

const labelled = (locale: Locale) => [
  text<Labelled>(sheetWords(locale).what, 24, ([label]) => label),
  text<Labelled>(sheetWords(locale).how, 90, ([, value]) => value),
];

/** What is not so is left out. */
function labelsOf(item: ItemFacts, locale: Locale): readonly Labelled[] {
  const { things, states, fields, acts, formWords } = catalogue(locale);
  const words = sheetWords(locale);
  const day = (on: LocalDate | null): string | null => (on === null ? null : tableDate(on, locale));
  const rows: readonly (readonly [string, string | null])[] = [
    [things.number, item.number],
    [things.part, item.part],
    [words.group, item.group],
    [things.finding, item.title],
    [things.immediate, item.immediate ? formWords.yes : null],
    [things.state, states[item.state]],
    [things.light, lightText(item.light, locale)],
    [things.responsibleUnit, item.unit],
    [things.handler, item.handler],
    [things.leadLeader, item.leadLeader],
    [things.liaison, item.liaison],
    [things.firstDue, day(item.firstDueOn)],
    [things.itemDue, day(item.dueOn)],
    [words.remark, unpublishedMark(item.unpublishedYears, locale)],
    [things.waitingOn, turnText(item.turn, locale)],
    [words.wanted, wantedText(item.turn, locale)],
    [words.actBy, day(item.turn?.dueOn ?? null)],
    [fields.rootCause, item.rootCause],
    [fields.text, item.progress],
    [fields.statement, item.statement],
    [acts.requestClosure, deedText(item.applied, locale)],
    [acts.endorse, deedText(item.endorsed, locale)],
    [words.decision, deedText(item.decided, locale)],
  ];
  return rows.flatMap(([label, value]) => (value === null || value === '' ? [] : [[label, value] as const]));
}

function measureColumns(locale: Locale) {
  const { things } = catalogue(locale);
  const words = sheetWords(locale);
  return [
    count<MeasureFacts>(words.measureNumber, ({ number }) => number),
    text<MeasureFacts>(things.measure, 50, (measure) => measure.text),
    text<MeasureFacts>(things.owner, 12, ({ owner }) => owner),
    date<MeasureFacts>(things.due, ({ dueOn }) => dueOn),
    text<MeasureFacts>(things.evidence, 36, ({ evidence }) => evidence.join('\n')),
    text<MeasureFacts>(words.unproven, 30, ({ unproven }) => unproven),
  ];
}

function fileColumns(locale: Locale) {
  const { fields, things } = catalogue(locale);
  const words = sheetWords(locale);
  return [
    text<FileFacts>(things.file, 40, ({ name }) => name),
    text<FileFacts>(fields.measureIds, 14, ({ measures }) => list(measures, locale)),
    date<FileFacts>(things.aboutOn, ({ aboutOn }) => aboutOn),
    text<FileFacts>(words.who, 12, ({ by }) => by),
    text<FileFacts>(words.time, 20, ({ at }) => dateTime(at, locale)),
    text<FileFacts>(words.hash, 66, ({ sha256 }) => sha256),
  ];
}

function letterColumns(locale: Locale) {
  const { things } = catalogue(locale);
  const words = sheetWords(locale);
  return [
    text<LetterFacts>(things.letter, 20, ({ name }) => name),
    text<LetterFacts>(things.number, 18, ({ year, number }) =>
      year === null || number === null ? null : words.letterNumber(year, number),
    ),
    date<LetterFacts>(words.issuedOn, ({ issuedOn }) => issuedOn),
    text<LetterFacts>(words.remark, 50, (letter) => letter.void),
  ];
}

function timelineColumns(locale: Locale) {
  const words = sheetWords(locale);
  return [
    count<TimelineFacts>(words.record, ({ seq }) => seq),
    text<TimelineFacts>(words.time, 20, ({ at }) => dateTime(at, locale)),
    text<TimelineFacts>(words.who, 14, ({ by }) => by ?? catalogue(locale).things.byClock),
    text<TimelineFacts>(words.how, 90, (event) => event.text),
  ];
}
