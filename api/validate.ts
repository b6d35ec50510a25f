/** Bodies, queries and parameters are read by the schemas of the contract; what does not fit is a refusal like any other. */
import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { readInput } from '../client/read-input.ts';
import { Refused } from '../client/refused.ts';

export const validate: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data: unknown) => {
    try {
      return { value: readInput(schema, data) };
    } catch (error) {
      if (error instanceof Refused) return { error };
      throw error;
    }
  };
