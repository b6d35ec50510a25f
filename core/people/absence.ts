/** Absence 外出: for a period somebody else may act in a person's place. */
import type { Person } from './people.ts';
import { addDays, localDate, type Instant, type LocalDate } from '../time.ts';

export interface Absence {
  readonly id: string;
  readonly personId: string;
  readonly substituteId: string;
  /** The first and the last day, both included. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly reason: string;
  readonly enteredBy: string;
  readonly enteredAt: Instant;
  /** Before its last day was over; null where nobody ended it. */
  readonly endedAt: Instant | null;
}

/** Whoever is away for longer hands over. */
const mostDays = 183;

/** Characters of a reason, at least. */
export const leastReason = 4;

export const lastDayFrom = (from: LocalDate): LocalDate => addDays(from, mostDays - 1);

/** Whether it gave rights at this moment. Nothing ends it but the calendar or a fact. */
export function isInForce({ from, to, enteredAt, endedAt }: Absence, at: Instant): boolean {
  const day = localDate(at);
  return from <= day && day <= to && enteredAt <= at && (endedAt === null || at < endedAt);
}

/** Whether its days are still to come, or come. */
export const isAhead = ({ to, endedAt }: Absence, today: LocalDate): boolean => endedAt === null && today <= to;

export const overlap = (one: Pick<Absence, 'from' | 'to'>, other: Pick<Absence, 'from' | 'to'>): boolean =>
  one.from <= other.to && other.from <= one.to;

/**
 * self · hasLeft · notSupervisor: the absent person reviews, and this one does not · notOfOffice: the absent person decides
 * from outside, and this one does not · away: away in these days too, and places are not passed on
 */
export type Unfitness = 'self' | 'hasLeft' | 'notSupervisor' | 'notOfOffice' | 'away';

/** Why one cannot stand in for the other. Asked when it is entered, and again whenever it is used: rights change meanwhile. */
export function unfitness(absent: Person, substitute: Person): Exclude<Unfitness, 'away'> | null {
  if (absent.id === substitute.id) return 'self';
  if (substitute.hasLeft) return 'hasLeft';
  const reviews = ({ roles }: Person) => roles.includes('supervisor') || roles.includes('admin');
  if (absent.roles.includes('supervisor') && !reviews(substitute)) return 'notSupervisor';
  return absent.inInspectionOffice && !substitute.inInspectionOffice ? 'notOfOffice' : null;
}
