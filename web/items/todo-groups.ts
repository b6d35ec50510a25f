/** The three groups of the staff list: what is late, what this week asks for, what comes later. */
import { addDays, weekday, type LocalDate } from '../../core/time.ts';

export type TodoGroup = 'overdue' | 'week' | 'later';

export const todoGroups: readonly TodoGroup[] = ['overdue', 'week', 'later'];

interface Turned {
  readonly dueOn: LocalDate | null;
  readonly workingDaysLeft: number | null;
}

interface Dated {
  readonly turn: Turned | null;
  readonly light: string;
}

export const isTurnLate = (turn: Turned | null): boolean => (turn?.workingDaysLeft ?? 0) < 0;

/** Late as a whole, or with the act that is wanted first. What reviewers hold is not late by its old date. */
export const isLate = ({ light, turn }: Dated): boolean => light === 'red' || isTurnLate(turn);

/** A week ends on Sunday: what is due on the make-up Saturday belongs to it. */
export function groupOf(row: Dated, today: LocalDate): TodoGroup {
  const actBy = row.turn?.dueOn ?? null;
  if (isLate(row)) return 'overdue';
  if (actBy === null) return 'later';
  return actBy <= addDays(today, 7 - weekday(today)) ? 'week' : 'later';
}

/** Earliest first in each group; what has no date comes last. */
export function grouped<Row extends Dated>(rows: readonly Row[], today: LocalDate): Record<TodoGroup, Row[]> {
  const date = ({ turn }: Row) => turn?.dueOn ?? '9999';
  const inOrder = [...rows].sort((one, other) => date(one).localeCompare(date(other)));
  const of = (group: TodoGroup) => inOrder.filter((row) => groupOf(row, today) === group);
  return { overdue: of('overdue'), week: of('week'), later: of('later') };
}
