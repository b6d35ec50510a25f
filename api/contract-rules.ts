/** Working calendars by version, and what other rules do to rounds under way. */
import { z } from 'zod';
import { date, id, instant, json } from '../client/primitives.ts';
import { movedDates } from '../core/item/date-move.ts';
import type { CalendarYear, WorkCalendar } from '../core/rules/calendar.ts';

export const calendarVersion = z.object({
  version: z.number().int(),
  years: json<WorkCalendar>(),
  /** The year that it added or put right; null for the first, which came with the product. */
  year: z.number().int().nullable(),
  at: instant.nullable(),
  by: id.nullable(),
});
export type CalendarVersion = z.infer<typeof calendarVersion>;

/** The newest first. */
export const calendarList = z.array(calendarVersion);

export const readCalendarYear = z.object({ year: z.number().int(), calendar: json<CalendarYear>() });
export type ReadCalendarYear = z.infer<typeof readCalendarYear>;

const rulesVersion = z.object({ policy: z.number().int(), calendar: z.number().int() });

export const rulesPreview = z.object({
  /** Rounds that would be judged by other rules than now. */
  rounds: z.array(z.object({ roundId: id, title: z.string(), from: rulesVersion, to: rulesVersion })),
  /** Items under way that were looked at. */
  looked: z.number().int(),
  moved: z.array(
    z.object({
      roundId: id,
      itemId: id,
      number: z.string(),
      moves: z.array(z.object({ date: z.enum(movedDates), from: date, to: date })),
      /** The people who would be told, once. */
      told: z.array(id),
    }),
  ),
});
export type RulesPreview = z.infer<typeof rulesPreview>;

export const rulesApplied = z.object({
  rounds: z.number().int(),
  begun: z.number().int(),
  moved: z.number().int(),
  /** Items that are left for the same press again, and why. */
  refused: z.array(z.object({ itemId: id, code: z.string(), message: z.string() })),
});
export type RulesApplied = z.infer<typeof rulesApplied>;
