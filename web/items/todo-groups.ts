/** The three groups of the staff list: what is late, what this week asks for, what comes later. */
import { addDays, weekday, type LocalDate } from '../../core/time.ts';

export type TodoGroup = 'overdue' | 'week' | 'later';

export const todoGroups: readonly TodoGroup[] = ['overdue', 'week', 'later'];

interface Dated {
  readonly actBy: LocalDate | null;
  readonly actWorkingDaysLeft: number | null;
  readonly dueOn: LocalDate | null;
  readonly light: string;
}

/** Late as a whole, or with the signature or plan that comes before. What reviewers hold is not late by its old date. */
export const isLate = ({ light, actBy, dueOn, actWorkingDaysLeft }: Dated): boolean =>
  light === 'red' || (actBy !== dueOn && actWorkingDaysLeft !== null && actWorkingDaysLeft < 0);

/** A week ends on Sunday: what is due on the make-up Saturday belongs to it. */
export function groupOf(row: Dated, today: LocalDate): TodoGroup {
  const { actBy } = row;
  if (isLate(row)) return 'overdue';
  if (actBy === null) return 'later';
  return actBy <= addDays(today, 7 - weekday(today)) ? 'week' : 'later';
}

/** Earliest first in each group; what has no date comes last. */
export function grouped<Row extends Dated>(rows: readonly Row[], today: LocalDate): Record<TodoGroup, Row[]> {
  const inOrder = [...rows].sort((one, other) => (one.actBy ?? '9999').localeCompare(other.actBy ?? '9999'));
  const of = (group: TodoGroup) => inOrder.filter((row) => groupOf(row, today) === group);
  return { overdue: of('overdue'), week: of('week'), later: of('later') };
}
