/**
 * How many requests one caller may make: enough for a whole office behind one address and for a person who works fast, too few
 * for holding everybody else up. Kept by each process for itself, for it is no memory of guilt, as the brake on passwords is.
 */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { isOurs } from './access.ts';
import { Refused } from '../client/refused.ts';

export interface Rates {
  /** Of one person, in all their sessions. */
  readonly person: number;
  /** Of one address, by all who are not signed in; a session that was invented is none. */
  readonly address: number;
}

/** In any minute. */
export const rates: Rates = { person: 1_200, address: 3_000 };

const minuteMs = 60_000;

/** Callers remembered at once: an attacker with many addresses makes the oldest forgotten, and the process no larger. */
const mostCallers = 20_000;

/** After it is known who asks, and before anything is done for them. What is built and cached costs nothing worth counting. */
export async function limitRates(app: FastifyInstance, { person, address }: Rates): Promise<void> {
  await app.register(rateLimit, { global: false, cache: mostCallers });
  const limitOf = app.createRateLimit({
    timeWindow: minuteMs,
    keyGenerator: (request) =>
      request.caller === null ? `address ${request.ip}` : `person ${request.caller.person.id}`,
    max: (request) => (request.caller === null ? address : person),
  });
  app.addHook('onRequest', async (request) => {
    if (!isOurs(request.url)) return;
    const limit = await limitOf(request);
    if (!limit.isAllowed && limit.isExceeded)
      throw new Refused({ code: 'tooManyRequests', seconds: Math.max(1, Math.ceil(limit.ttl / 1000)) });
  });
}
