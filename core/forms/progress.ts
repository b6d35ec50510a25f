/**
 * A filled-in sheet of progress → what is recorded of each item. An item is known by its number, and its finding must be the one
 * that stands beside it. A row that says nothing is left out; the same report again changes nothing.
 */
import { isAlike } from './alike.ts';
import { faultAt, type FormColumn, type FormEntry, type FormFault, type FormPlace, type FormProblem } from './form.ts';
import type { LocalDate } from '../time.ts';

/** Null where the cell is empty or faulty. */
export interface ProgressRow {
  readonly place: FormPlace;
  /** Columns whose faults are told already. */
  readonly faulty: readonly FormColumn[];
  readonly number: string | null;
  readonly finding: string | null;
  readonly text: string | null;
  readonly isDone: boolean | null;
  readonly reportedOn: LocalDate | null;
  readonly reporter: string | null;
  readonly note: string | null;
}

/** What a unit reports of one item. */
export interface ProgressReport {
  readonly text: string;
  readonly isDone: boolean | null;
  readonly reportedOn: LocalDate;
  readonly reporter: string;
  readonly note: string;
}

export interface ReportedItem {
  readonly itemId: string;
  readonly number: string;
  readonly title: string;
  /** What was recorded of it before, in any order. */
  readonly recorded: readonly ProgressReport[];
}

/** A report that is not there yet. */
export interface NewReport {
  readonly place: FormPlace;
  readonly itemId: string;
  readonly number: string;
  readonly report: ProgressReport;
}

export interface ProgressPlan {
  readonly reports: readonly NewReport[];
  readonly entries: readonly FormEntry[];
  readonly faults: readonly FormFault[];
}

export function progressPlan(rows: readonly ProgressRow[], items: readonly ReportedItem[]): ProgressPlan {
  const faults: FormFault[] = [];
  const reports: NewReport[] = [];
  const entries: FormEntry[] = [];
  const first = new Map<string, ProgressRow>();
  for (const row of filledDown(rows)) {
    const tell = (head: FormColumn, problem: FormProblem): void => {
      if (!row.faulty.includes(head)) faults.push(faultAt(row.place, head, problem));
    };
    const item = itemOf(row, items, tell);
    const above = item === null ? undefined : first.get(item.itemId);
    if (item !== null && above !== undefined)
      tell('number', { code: 'twice', given: item.number, sheet: above.place.sheet, row: above.place.row });
    const report = reportOf(row, tell);
    if (item === null || above !== undefined) continue;
    first.set(item.itemId, row);
    if (report === null) continue;
    const isThere = item.recorded.some((before) => isSame(before, report));
    if (!isThere) reports.push({ place: row.place, itemId: item.itemId, number: item.number, report });
    entries.push({
      ...{ sheet: row.place.sheet, row: row.place.row, name: `${item.number} ${item.title}` },
      ...{ outcome: isThere ? 'same' : 'added', changes: isThere ? [] : changesOf(report) },
    });
  }
  return { reports, entries, faults };
}

/** Who reports and when is written once for the rows below. What a sheet says of no item is no row. */
function filledDown(rows: readonly ProgressRow[]): ProgressRow[] {
  let [reporter, reportedOn]: [string | null, LocalDate | null] = [null, null];
  return rows.flatMap((row) => {
    const isFaulty = (head: FormColumn): boolean => row.faulty.includes(head);
    reporter = row.reporter ?? (isFaulty('reporter') ? null : reporter);
    reportedOn = row.reportedOn ?? (isFaulty('reportedOn') ? null : reportedOn);
    const isBlank = row.text === null && row.isDone === null && row.note === null && row.faulty.length === 0;
    return isBlank ? [] : [{ ...row, reporter, reportedOn }];
  });
}

type Tell = (head: FormColumn, problem: FormProblem) => void;

function itemOf({ number, finding }: ProgressRow, items: readonly ReportedItem[], tell: Tell): ReportedItem | null {
  if (number === null) {
    tell('number', { code: 'missing' });
    return null;
  }
  const item = items.find((one) => isAlike(one.number, number));
  if (item === undefined) {
    tell('number', { code: 'unknown', what: 'item', given: number });
    return null;
  }
  if (finding !== null && !isAlike(finding, item.title))
    tell('finding', { code: 'otherFinding', expected: Array.from(item.title).slice(0, 40).join('') });
  return item;
}

function reportOf({ text, isDone, reportedOn, reporter, note }: ProgressRow, tell: Tell): ProgressReport | null {
  if (text === null) tell('progress', { code: 'missing' });
  if (reportedOn === null) tell('reportedOn', { code: 'missing' });
  if (reporter === null) tell('reporter', { code: 'missing' });
  return text === null || reportedOn === null || reporter === null
    ? null
    : { text, isDone, reportedOn, reporter, note: note ?? '' };
}

const isSame = (one: ProgressReport, other: ProgressReport): boolean =>
  one.text === other.text &&
  one.isDone === other.isDone &&
  one.reportedOn === other.reportedOn &&
  one.reporter === other.reporter &&
  one.note === other.note;

const changesOf = ({ text, isDone, reportedOn, reporter, note }: ProgressReport): FormEntry['changes'] => [
  { head: 'progress', before: null, after: text },
  ...(isDone === null ? [] : [{ head: 'isDone' as const, before: null, after: isDone }]),
  { head: 'reportedOn', before: null, after: reportedOn },
  { head: 'reporter', before: null, after: reporter },
  ...(note === '' ? [] : [{ head: 'remark' as const, before: null, after: note }]),
];
