/** The part of the API's door that is about who stands in for whom. */
import { z } from 'zod';
import type { WorkCalendar } from '../core/rules/calendar.ts';
import type { Policy } from '../core/rules/policy.ts';
import { newAbsence } from '../client/people/people-bodies.ts';
import { date, id, instant, json } from '../client/primitives.ts';

export { newAbsence };
export type NewAbsence = z.infer<typeof newAbsence>;

/**
 * In whose place one reads or acts, in the address of a route; one's own without. What else stands there, as the language of
 * the answer, is left for whoever reads it.
 */
export const inPlaceOf = z.looseObject({ for: id.optional() });

export const absence = z.object({
  id,
  personId: id,
  substituteId: id,
  from: date,
  to: date,
  reason: z.string(),
  enteredBy: id,
  enteredAt: instant,
  endedAt: instant.nullable(),
});
export type Absence = z.infer<typeof absence>;

export const listedAbsence = absence.extend({
  /** The substitute may act now. */
  isInForce: z.boolean(),
  /** The substitute is away too; places are not passed on. */
  isSubstituteAway: z.boolean(),
});
export type ListedAbsence = z.infer<typeof listedAbsence>;

/** What an item is judged by, of its round; for whoever is shown the item, though not the round. */
export const itemRules = z.object({
  id,
  title: z.string(),
  policy: json<Policy>(),
  calendar: json<WorkCalendar>(),
});
export type ItemRules = z.infer<typeof itemRules>;
