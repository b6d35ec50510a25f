/** A workbook that is handed in as a template → its rows, or the heads that it lacks. */
import type { FormNotFound, ReadForm } from './found.ts';
import { readRoster } from './roster.ts';
import type { FormName } from '../../core/forms/form.ts';
import type { Roster } from '../../core/forms/roster.ts';
import type { BookSheet } from '../readers/xlsx/book.ts';

/** What each template holds. */
export interface FormContents {
  readonly roster: Roster;
}

type FormReaders = {
  readonly [Name in FormName]: (book: readonly BookSheet[]) => ReadForm<FormContents[Name]> | FormNotFound;
};

export const formReaders: FormReaders = { roster: readRoster };
