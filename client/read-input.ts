/** How every door takes a body in: by the schema beside its use case, with all that is wrong told at once. */
import type { z } from 'zod';
import { faultsOf } from './input-faults.ts';
import { Refused } from './refused.ts';
import { unstorable } from './storable.ts';

/** @throws Refused badInput */
export function readInput<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const faults = unstorable(given);
  if (faults.length > 0) throw new Refused({ code: 'badInput', faults });
  const read = schema.safeParse(given);
  if (!read.success) throw new Refused({ code: 'badInput', faults: faultsOf(read.error, given) });
  return read.data;
}
