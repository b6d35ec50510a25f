/** A round as of a past day, as it goes out. */
import { z } from 'zod';
import { itemQuery, itemRow, light } from './contract-items.ts';
import { date, id } from '../client/primitives.ts';
import { isLocalDate } from '../core/time.ts';

export const asOfQuery = itemQuery.pick({ unit: true, state: true, light: true }).extend({
  /** The last day that is told, in Asia/Shanghai. */
  date: z.string().refine(isLocalDate, 'YYYY-MM-DD'),
});

const count = z.number().int();

export const asOf = z.object({
  roundId: id,
  date,
  /** What can be done, and whether the ledger is broken, is a matter of today. */
  items: z.array(itemRow.omit({ acts: true, isBroken: true })),
  /** Of the items above. */
  figures: z.object({ items: count, assigned: count, closed: count, lights: z.record(light, count) }),
});
