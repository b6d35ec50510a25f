/** Rounds as they go out: the list, one round, what a document would become. */
import { z } from 'zod';
import { light } from './contract-items.ts';
import { date, id, instant, json } from '../client/primitives.ts';
import type { Notice } from '../core/round/notice.ts';
import type { Policy } from '../core/rules/policy.ts';
import type { WorkCalendar } from '../core/rules/calendar.ts';

const roundState = z.enum(['draft', 'launching', 'running', 'completed']);

const roundSummary = z.object({
  id,
  title: z.string(),
  state: roundState,
  startsOn: date,
  itemCount: z.number().int(),
  startedCount: z.number().int(),
  assignedCount: z.number().int(),
  closedCount: z.number().int(),
  lights: z.record(light, z.number().int()),
  launchedAt: instant.nullable(),
  completedAt: instant.nullable(),
});
export type RoundSummary = z.infer<typeof roundSummary>;

export const roundQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  /** The `next` of the page before. */
  after: z.string().max(200).optional(),
});

/** The newest first. */
export const roundPage = z.object({ rounds: z.array(roundSummary), next: z.string().nullable() });
export type RoundPage = z.infer<typeof roundPage>;

const importedFile = z.object({ name: z.string(), sha256: z.string() });

export const roundDetail = roundSummary.extend({
  notice: json<Notice>(),
  policy: json<Policy>(),
  calendar: json<WorkCalendar>(),
  /** Years within the round's period that the calendar does not know. */
  unknownYears: z.array(z.string()),
  deadlines: z.object({ planDueOn: date, dueOn: date }),
  /** Who made it, of which file (null for a pasted text); null for whoever may not see the document. */
  imported: z.object({ at: instant, by: id.nullable(), file: importedFile.nullable() }).nullable(),
});
export type RoundDetail = z.infer<typeof roundDetail>;

/**
 * The document as read, to be edited and sent back; `warnings` are its warnings as sentences, `stated` every count of its
 * findings that the text states, in its order.
 */
export const roundPreview = z.object({
  notice: json<Notice>(),
  warnings: z.array(z.string()),
  itemCount: z.number().int(),
  stated: z.array(z.number().int()),
});
export type RoundPreview = z.infer<typeof roundPreview>;

/** `source` is the text that was read from the file: with `file` and the notice it is sent back and kept. */
export const filePreview = roundPreview.extend({ source: z.string(), file: importedFile });
export type FilePreview = z.infer<typeof filePreview>;
