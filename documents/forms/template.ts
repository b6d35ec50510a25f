/** Templates to fill in, in the reader's language: the sheets with their heads and a sample, and one that explains them. */
import { itemColumns } from './items.ts';
import { personColumns, unitColumns } from './roster.ts';
import { templateWords } from './words.ts';
import type { FormColumn, FormName } from '../../core/forms/form.ts';
import { catalogue } from '../../core/i18n/catalogue.ts';
import { languageName } from '../../core/i18n/form-texts.ts';
import type { Locale } from '../../core/locale.ts';
import type { Instant } from '../../core/time.ts';
import type { ColumnKind, Table } from '../sheets/table.ts';
import { workbook } from '../sheets/workbook.ts';

/** Those that hold nothing before they are filled in. */
export type BlankForm = Exclude<FormName, 'progress'>;

export const templateOf = (form: BlankForm, locale: Locale, madeAt: Instant): Promise<Uint8Array> =>
  workbook(templates[form](locale), locale, madeAt);

const templates: Readonly<Record<BlankForm, (locale: Locale) => Table[]>> = {
  roster: rosterTables,
  items: itemTables,
};

/** Wide enough for what is written in most of them. */
const width = 18;

interface Sheet {
  readonly name: string;
  readonly columns: readonly FormColumn[];
  readonly kinds?: Partial<Readonly<Record<FormColumn, ColumnKind>>>;
  readonly sample: readonly string[];
}

function rosterTables(locale: Locale): Table[] {
  const { things, roles, formWords } = catalogue(locale);
  const words = templateWords(locale);
  const sampled = `${formWords.sample}${words.nobody}`;
  const address = 'yunling@office.example';
  const people = [
    sampled,
    address,
    roles.staff,
    words.somewhere,
    '000-5550100',
    languageName(locale, locale),
    formWords.no,
    formWords.no,
  ];
  const sheets: Sheet[] = [
    { name: things.people, columns: personColumns, sample: people },
    { name: things.units, columns: unitColumns, sample: [`${formWords.sample}${words.somewhere}`, '1', address] },
  ];
  return [
    ...sheets.map((sheet) => sheetOf(sheet, locale)),
    guideOf(sheets, words.roster, `${words.guideNote} ${words.emptyCells}`, locale),
  ];
}

function itemTables(locale: Locale): Table[] {
  const { formNames, formWords } = catalogue(locale);
  const words = templateWords(locale);
  const sample = [
    '1.1',
    words.sampleItem.part,
    `${formWords.sample}${words.sampleItem.finding}`,
    formWords.no,
    words.sampleItem.measures,
    words.somewhere,
    words.nobody,
    words.sampleItem.leader,
    '',
    '2026-09-30',
  ];
  const sheet = { name: formNames.items, columns: itemColumns, kinds: { itemDue: 'date' as const }, sample };
  return [sheetOf(sheet, locale), guideOf([sheet], words.items, words.guideNote, locale)];
}

function sheetOf({ name, columns, kinds = {}, sample }: Sheet, locale: Locale): Table {
  const { formHeads, formWords } = catalogue(locale);
  return {
    name,
    title: name,
    note: templateWords(locale).fillIn(formWords.sample),
    columns: columns.map((column) => ({ kind: kinds[column] ?? 'text', head: formHeads[column], width })),
    rows: [sample],
    pagesWide: 1,
  };
}

export function guideOf(
  sheets: readonly Pick<Sheet, 'columns'>[],
  meanings: Partial<Readonly<Record<FormColumn, string>>>,
  note: string,
  locale: Locale,
): Table {
  const { formHeads } = catalogue(locale);
  const words = templateWords(locale);
  return {
    name: words.guide,
    title: words.guide,
    note,
    columns: [
      { kind: 'text', head: words.column, width },
      { kind: 'text', head: words.meaning, width: 80 },
    ],
    rows: sheets.flatMap(({ columns }) => columns.map((column) => [formHeads[column], meanings[column] ?? ''])),
    pagesWide: 1,
  };
}
