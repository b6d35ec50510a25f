/** A rehearsal under way, and what it came to. */
import { z } from 'zod';
import { date, id, json } from '../client/primitives.ts';
import { assumptions, type Rehearsal } from '../core/round/rehearsal.ts';

export { rehearsalAsked } from '../client/rehearsal/rehearsal-bodies.ts';
export type { RehearsalAsked } from '../client/rehearsal/rehearsal-bodies.ts';

export const rehearsalShown = z.object({
  roundId: id,
  until: date,
  assumption: z.enum(assumptions),
  by: id,
  /** done: see before and after · refused, with the reason in `message` · stopped by somebody · failed through a fault of ours */
  state: z.enum(['playing', 'done', 'refused', 'stopped', 'failed']),
  /** The day that has been reached; null while the stage is set. */
  on: date.nullable(),
  mails: z.number().int(),
  /** Why it was refused while it was played. */
  message: z.string().nullable(),
  /** As things are. */
  before: json<Rehearsal>().nullable(),
  /** With the change that was asked for; null where none was. */
  after: json<Rehearsal>().nullable(),
});
export type RehearsalShown = z.infer<typeof rehearsalShown>;

/** Null where none was begun since the API started, or the last was of another round. */
export const rehearsalOnDesk = z.object({ rehearsal: rehearsalShown.nullable() });
export type RehearsalOnDesk = z.infer<typeof rehearsalOnDesk>;
