/** A workbook that is handed in as a template → its rows, or the heads that it lacks. */
import type { FormNotFound, ReadForm } from './found.ts';
import { readItems } from './items.ts';
import { readProgress } from './progress.ts';
import { readRoster } from './roster.ts';
import type { FormName } from '../../core/forms/form.ts';
import type { ItemsForm } from '../../core/forms/items.ts';
import type { ProgressRow } from '../../core/forms/progress.ts';
import type { Roster } from '../../core/forms/roster.ts';
import type { BookSheet } from '../readers/xlsx/book.ts';

/** What each template holds. */
export interface FormContents {
  readonly roster: Roster;
  readonly items: ItemsForm;
  readonly progress: readonly ProgressRow[];
}

type FormReaders = {
  readonly [Name in FormName]: (book: readonly BookSheet[]) => ReadForm<FormContents[Name]> | FormNotFound;
};

export const formReaders: FormReaders = { roster: readRoster, items: readItems, progress: readProgress };
