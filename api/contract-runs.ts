/** What the doors of an operator answer: faults found, acts lost and recovered. */
import { z } from 'zod';
import { id, instant } from '../client/primitives.ts';
import { faultKinds } from '../core/fault.ts';
import { commandTypes } from '../core/item/acts.ts';

const faultKind = z.enum(faultKinds);
export const reconciled = z.object({
  looked: z.number().int(),
  found: z.partialRecord(faultKind, z.number().int()),
});
export const faultList = z.object({
  faults: z.array(
    z.object({
      id: z.number().int(),
      kind: faultKind,
      itemId: z.string().nullable(),
      at: instant,
      details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
      mendedAt: instant.nullable(),
    }),
  ),
  open: z.number().int(),
});

export const lostActList = z.array(
  z.object({ itemId: z.string(), commandId: z.string(), act: z.enum(commandTypes), personId: z.string(), at: instant }),
);

/** Null: of every item that lost some. */
export const recoverLost = z.object({ itemIds: z.array(id).max(1000).nullable() });

export const recovered = z.object({
  done: z.number().int(),
  /** What does not fit any more. */
  refused: z.array(z.object({ itemId: z.string(), commandId: z.string(), code: z.string(), message: z.string() })),
});
