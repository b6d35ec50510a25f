/** What an admin sends to add a year to the calendar, and to put other rules in the place of those of rounds under way. */
import { z } from 'zod';
import { date, id } from '../primitives.ts';

const holiday = z.object({ name: z.string().trim().min(1).max(40), from: date, to: date });

/** One year as data, instead of the text of its notice. */
const year = z.object({
  year: z.int().min(2000).max(2199),
  source: z.string().trim().min(1).max(200),
  holidays: z.array(holiday).max(30),
  workOn: z.array(date).max(60),
});

export const yearToAdd = z.object({
  /** The notice as it stands. */
  text: z.string().max(20_000).exactOptional(),
  year: year.exactOptional(),
});
export type YearToAdd = z.output<typeof yearToAdd>;

export const rulesChange = z.object({
  /** Null: all rounds under way. */
  rounds: z.array(id).max(1000).nullable(),
  /** The version of the calendar; the newest where it is left out. */
  calendar: z.int().min(1).exactOptional(),
  /** Another policy; that of each round stays where it is left out. */
  policy: z.unknown().exactOptional(),
});
export type RulesChange = z.output<typeof rulesChange>;

export const rulesToApply = rulesChange.extend({ reason: z.string().trim().min(10).max(1000) });
export type RulesToApply = z.output<typeof rulesToApply>;
