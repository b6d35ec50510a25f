/** The part of the API's door that is about what people hold. */
import { z } from 'zod';
import { handOverAll } from '../client/people/people-bodies.ts';
import { id } from '../client/primitives.ts';
import { bindings } from '../core/item/binding.ts';
import { itemStates } from '../core/item/item.ts';

export { handOverAll };
export type HandOverAll = z.infer<typeof handOverAll>;

const as = z.array(z.enum(bindings));
const heldItem = z.object({ id, number: z.string(), title: z.string() });

/** What a person still holds: it waits for another one. */
export const holdings = z.object({
  items: z.array(heldItem.extend({ state: z.enum(itemStates), unitId: id.nullable(), as })),
  units: z.array(z.object({ id, name: z.string() })),
});
export type Holdings = z.infer<typeof holdings>;

/** Why one move was not made, or would not be; null where it was, or would. */
const refusal = z
  .object({ code: z.string(), message: z.string(), facts: z.record(z.string(), z.unknown()) })
  .nullable();

/** The same of a hand-over that is only looked at. */
export const handedOver = z.object({
  items: z.array(z.object({ itemId: id, number: z.string(), title: z.string(), as, toId: id, refusal })),
  units: z.array(z.object({ unitId: id, name: z.string(), toId: id, refusal })),
  /** That leave by it, one to each successor and slot. */
  mails: z.number().int(),
});
export type HandedOver = z.infer<typeof handedOver>;
