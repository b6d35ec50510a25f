/** What is asked of a rehearsal. */
import { z } from 'zod';
import { date, id } from '../primitives.ts';
import { assumptions } from '../../core/round/rehearsal.ts';

const change = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rules'),
    /** The version of the calendar; the newest where it is left out. */
    calendar: z.int().min(1).exactOptional(),
    policy: z.unknown().exactOptional(),
  }),
  z.object({ kind: z.literal('handOver'), fromId: id, toId: id }),
]);

export const rehearsalAsked = z.object({
  until: date,
  assumption: z.enum(assumptions),
  /** Mails to one person on one day from which on the day is heavy. */
  heavyFrom: z.int().min(2).max(100).exactOptional(),
  /** Rehearsed besides, for items under way. */
  change: change.exactOptional(),
});
export type RehearsalAsked = z.output<typeof rehearsalAsked>;
