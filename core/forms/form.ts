/**
 * Templates 模板 that people fill in and hand in: their columns, what a row may have wrong, and what comes of each row. Plain JSON.
 *
 * A template is read strictly: it is written whole, or refused whole with every fault by its row and column.
 */
import type { AssignmentFault } from '../assignment-fault.ts';
import type { Refusal } from '../item/refusal.ts';

/** roster 人员与单位 · items 事项与措施 · progress 进展报送表 */
export type FormName = 'roster' | 'items' | 'progress';

export type FormColumn =
  | 'name'
  | 'email'
  | 'roles'
  | 'unit'
  | 'phone'
  | 'language'
  | 'inspectionOffice'
  | 'chief'
  | 'unitName'
  | 'position'
  | 'liaison'
  | 'number'
  | 'part'
  | 'finding'
  | 'immediate'
  | 'measures'
  | 'responsibleUnit'
  | 'handler'
  | 'leadLeader'
  | 'supportingUnits'
  | 'itemDue'
  | 'progress'
  | 'isDone'
  | 'reportedOn'
  | 'reporter'
  | 'remark';

/** What a cell chooses from. */
export type FormChoice = 'role' | 'yesOrNo' | 'language';

export type FormProblem =
  | { readonly code: 'missing' }
  /** An error value, or a formula whose value was not kept. */
  | { readonly code: 'unread' }
  /** Characters. */
  | { readonly code: 'tooLong'; readonly most: number; readonly given: number }
  | { readonly code: 'tooShort'; readonly least: number }
  | { readonly code: 'notADate'; readonly given: string }
  /** `given`: the name of whoever cannot carry the item. */
  | { readonly code: 'assignment'; readonly problem: AssignmentFault['problem']; readonly given: string }
  | { readonly code: 'notAMailAddress'; readonly given: string }
  | { readonly code: 'notAWholeNumber'; readonly given: string }
  | { readonly code: 'notOneOf'; readonly choice: FormChoice; readonly given: string }
  | { readonly code: 'unknown'; readonly what: 'unit' | 'person' | 'item'; readonly given: string }
  /** `expected`: how the finding of this number begins. */
  | { readonly code: 'otherFinding'; readonly expected: string }
  /** The item itself says no. */
  | { readonly code: 'refused'; readonly refusal: Refusal }
  /** Several have this name. */
  | { readonly code: 'ambiguous'; readonly what: 'unit' | 'person'; readonly given: string }
  /** The same stands in a row above. */
  | { readonly code: 'twice'; readonly given: string; readonly sheet: string; readonly row: number }
  /** Two columns of one sheet have the same head. */
  | { readonly code: 'columnTwice' }
  | { readonly code: 'staffWithoutUnit' }
  | { readonly code: 'hasLeft'; readonly given: string }
  | { readonly code: 'lastAdmin' };

/** Where a row stands, and which of its columns hold what. */
export interface FormPlace {
  readonly sheet: string;
  /** As the program that shows the sheet counts, 1 for the first. */
  readonly row: number;
  /** Letters of the columns that were recognised. */
  readonly columns: Partial<Readonly<Record<FormColumn, string>>>;
}

export interface FormFault {
  readonly sheet: string;
  readonly row: number;
  /** Its letters; null where the fault is one of the row, or the column is not there. */
  readonly column: string | null;
  /** Null where it is one of the row. */
  readonly head: FormColumn | null;
  readonly problem: FormProblem;
}

export const faultAt = (place: FormPlace, head: FormColumn | null, problem: FormProblem): FormFault => ({
  sheet: place.sheet,
  row: place.row,
  column: head === null ? null : (place.columns[head] ?? null),
  head,
  problem,
});

/** As it is kept: a text, yes or no, several choices, a number; null for nothing. */
export type FormValue = string | number | boolean | readonly string[] | null;

export interface FormChange {
  readonly head: FormColumn;
  readonly before: FormValue;
  readonly after: FormValue;
}

/** What comes of a row. `same`: it says what is there already. */
export type FormOutcome = 'added' | 'changed' | 'same';

export interface FormEntry {
  readonly sheet: string;
  readonly row: number;
  readonly name: string;
  readonly outcome: FormOutcome;
  /** What a change changes. */
  readonly changes: readonly FormChange[];
}

/** A template, looked at: nothing is written while there are faults. */
export interface FormReport {
  readonly entries: readonly FormEntry[];
  readonly faults: readonly FormFault[];
  /** Names of sheets, and heads of columns, that were not read. */
  readonly ignored: readonly string[];
}
