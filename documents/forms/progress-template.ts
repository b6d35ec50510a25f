/** The sheet that a unit without accounts fills in: its open items, and beside each the cells for how it stands. */
import { progressColumns } from './progress.ts';
import { guideOf } from './template.ts';
import { templateWords } from './words.ts';
import type { FormColumn } from '../../core/forms/form.ts';
import { catalogue } from '../../core/i18n/catalogue.ts';
import type { Locale } from '../../core/locale.ts';
import type { Instant, LocalDate } from '../../core/time.ts';
import { numbered } from '../sheets/columns.ts';
import type { Table } from '../sheets/table.ts';
import { workbook } from '../sheets/workbook.ts';

export interface ProgressSheetFacts {
  readonly locale: Locale;
  readonly round: string;
  readonly unit: string;
  readonly madeAt: Instant;
  readonly items: readonly {
    readonly number: string;
    readonly title: string;
    readonly measures: readonly string[];
    readonly dueOn: LocalDate | null;
  }[];
}

const widths: Readonly<Record<(typeof progressColumns)[number], number>> = {
  number: 7,
  finding: 28,
  measures: 32,
  itemDue: 12,
  progress: 40,
  isDone: 9,
  reportedOn: 12,
  reporter: 10,
  remark: 18,
};

export function progressSheet({ locale, round, unit, madeAt, items }: ProgressSheetFacts): Promise<Uint8Array> {
  const { formNames, formHeads } = catalogue(locale);
  const words = templateWords(locale);
  const isDate = (column: FormColumn): boolean => column === 'itemDue' || column === 'reportedOn';
  const sheet = { name: formNames.progress, columns: progressColumns };
  const table: Table = {
    name: sheet.name,
    title: words.progressTitle(round, unit),
    note: words.fillInProgress,
    columns: progressColumns.map((column) => ({
      kind: isDate(column) ? 'date' : 'text',
      head: formHeads[column],
      width: widths[column],
    })),
    rows: items.map(({ number, title, measures, dueOn }) => [
      number,
      title,
      measures.length === 0 ? null : numbered(measures, locale),
      dueOn,
      ...Array.from({ length: 5 }, () => null),
    ]),
    pagesWide: 1,
  };
  return workbook([table, guideOf([sheet], words.progress, words.guideNote, locale)], locale, madeAt);
}
