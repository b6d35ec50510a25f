/** What comes of a template that somebody handed in: row by row, and every fault at its place, in the reader's language. */
import { z } from 'zod';
import { id } from '../client/primitives.ts';

const entry = z.object({
  sheet: z.string(),
  row: z.number().int(),
  name: z.string(),
  outcome: z.enum(['added', 'changed', 'same']),
  changes: z.array(z.string()),
});

/** `column` as its letters; null where the fault is one of the row. */
const fault = z.object({
  sheet: z.string(),
  row: z.number().int(),
  column: z.string().nullable(),
  message: z.string(),
});

/** Nothing is written while there are faults. `ignored`: heads of columns that were not read. */
export const formReport = z.object({
  entries: z.array(entry),
  faults: z.array(fault),
  ignored: z.array(z.string()),
});
/** The draft that was made of it. */
export const formRound = formReport.extend({ roundId: id });
/** Of which items nothing was recorded after all, and why. */
export const formProgress = formReport.extend({
  refused: z.array(z.object({ itemId: id, number: z.string(), message: z.string() })),
});
export type FormProgress = z.infer<typeof formProgress>;
export type FormRound = z.infer<typeof formRound>;
export type FormReport = z.infer<typeof formReport>;
