/** The three groups of the staff list: what is late, what this week asks for, what comes later. */
import { addDays, weekday, type LocalDate } from '../../../core/time.ts';

export type TodoGroup = 'overdue' | 'week' | 'later';

export const todoGroups: readonly TodoGroup[] = ['overdue', 'week', 'later'];

interface Dated {
  readonly dueOn: LocalDate | null;
  readonly light: string;
}

/** A week ends on Sunday: what is due on the make-up Saturday belongs to it. */
export function groupOf({ dueOn, light }: Dated, today: LocalDate): TodoGroup {
  if (light === 'red') return 'overdue';
  if (dueOn === null) return 'later';
  return dueOn <= addDays(today, 7 - weekday(today)) ? 'week' : 'later';
}

/** Earliest first in each group; what has no date comes last. */
export function grouped<Row extends Dated>(rows: readonly Row[], today: LocalDate): Record<TodoGroup, Row[]> {
  const inOrder = [...rows].sort((one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999'));
  const of = (group: TodoGroup) => inOrder.filter((row) => groupOf(row, today) === group);
  return { overdue: of('overdue'), week: of('week'), later: of('later') };
}
