/** What the routes are registered on, and what they are handed. */
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problem } from './contract.ts';

export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** The answers of a route: its own, and the one form of every "no". */
export const answers = <Answer extends z.ZodType>(answer: Answer) => ({ 200: answer, '4xx': problem, '5xx': problem });
export const created = <Answer extends z.ZodType>(answer: Answer) => ({ 201: answer, '4xx': problem, '5xx': problem });
/** Of what will be done, but is not yet. */
export const accepted = <Answer extends z.ZodType>(answer: Answer) => ({ 202: answer, '4xx': problem, '5xx': problem });
/** Of a route that has nothing to say but that it is done. */
export const nothing = { 204: z.null(), '4xx': problem, '5xx': problem };
