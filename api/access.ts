/**
 * Who gets in: every route of the API says whom it serves, or the server does not start.
 *
 * What a person may do to a particular item is decided behind the door, with the item's facts; here stands what can be
 * known before the body is read.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireMay, type Context } from '../client/context.ts';
import { Refused } from '../client/refused.ts';
import { actingFor } from '../client/people/absences.ts';
import { callerOfToken, type Caller } from '../client/people/sessions.ts';
import type { Act } from '../core/item/roles.ts';
import { actorOf, type Person } from '../core/people/people.ts';
import { present } from '../core/present.ts';

/**
 * `anyone`; everybody who is signed in; the same for `ownAccount`, and those too who must see to a second factor first; or
 * those who may do a certain act on records.
 */
type Access = 'anyone' | 'ownAccount' | 'signedIn' | Act;

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
  interface FastifyContextConfig {
    access?: Access;
  }
}

export const sessionCookie = 'rectify_session';
/** Stays when the person signs out: by it the brake knows the device again. */
export const deviceCookie = 'rectify_device';

const harmless = ['GET', 'HEAD', 'OPTIONS'];

/** Who asks, as the session says; nobody where it says nothing. */
export function knowCallers(app: FastifyInstance, context: Context): void {
  app.decorateRequest('caller', null);
  app.addHook('onRequest', async (request) => {
    const token = request.cookies[sessionCookie];
    if (token !== undefined && isOurs(request.url)) request.caller = await callerOfToken(context, token);
  });
}

export function guardAccess(app: FastifyInstance): void {
  app.addHook('onRoute', ({ url, method, config }) => {
    if (isOurs(url) && config?.access === undefined)
      throw new Error(`${String(method)} ${url} does not say whom it serves`);
  });
  app.addHook('onRequest', async (request) => {
    if (!harmless.includes(request.method)) refuseCrossSite(request);
    const { access } = request.routeOptions.config;
    if (access === undefined || access === 'anyone') return;
    const { person, owesSecondFactor } = callerOf(request);
    if (access === 'ownAccount') return;
    if (owesSecondFactor) throw new Refused({ code: 'secondFactorOwed' });
    if (access !== 'signedIn') requireMay(actorOf(person), access);
  });
}

/** What the API answers itself, without the papers about it. */
export const isOurs = (url: string): boolean => url.startsWith('/api/') && !url.startsWith('/api/docs');

export function callerOf({ caller }: FastifyRequest): Caller {
  if (caller === null) throw new Refused({ code: 'notSignedIn' });
  return caller;
}

/** The person of the session, in the place of another where the address says so and the ledger too. @throws Refused notStandingIn */
export const actingFrom = (context: Context, request: FastifyRequest<{ Querystring: { for?: string | undefined } }>) =>
  actingFor(context, signedIn(request), request.query.for);

/** The person of the session, as the server knows it. */
export const signedIn = (request: FastifyRequest): Person => callerOf(request).person;

/** There is one: nobody is signed in without. */
export const tokenOf = ({ cookies }: FastifyRequest): string =>
  present(cookies[sessionCookie] ?? null, 'the cookie of a session');

/**
 * A page of another site can make a browser send requests with our cookie. Browsers say where a request comes from; what
 * says nothing is no browser, and has no cookie that it did not ask for itself.
 */
function refuseCrossSite({ headers, host, protocol }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  const isSame =
    site === undefined ? origin === undefined || origin === `${protocol}://${host}` : site === 'same-origin';
  if (!isSame) throw new Refused({ code: 'crossSite', origin: origin ?? '' });
}
