/** Bodies, queries and parameters are read by the schemas of the contract; what does not fit is a refusal like any other. */
import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { faultsOf } from '../client/input-faults.ts';
import { Refused } from '../client/refused.ts';
import { unstorable } from '../client/storable.ts';

export const validate: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data: unknown) => {
    const faults = unstorable(data);
    if (faults.length > 0) return { error: new Refused({ code: 'badInput', faults }) };
    const read = schema.safeParse(data);
    if (read.success) return { value: read.data };
    return { error: new Refused({ code: 'badInput', faults: faultsOf(read.error, data) }) };
  };
