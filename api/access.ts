/**
 * Who gets in: every route of the API says whom it serves, or the server does not start.
 *
 * What a person may do to a particular item is decided behind the door, with the item's facts; here stands what can be
 * known before the body is read.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requireMay, type Context } from '../client/context.ts';
import { Refused } from '../client/refused.ts';
import { personOfToken } from '../client/people/sessions.ts';
import type { Act } from '../core/item/roles.ts';
import { actorOf, type Person } from '../core/people/people.ts';

/** `anyone`, everybody who is signed in, or those who may do a certain act on records. */
type Access = 'anyone' | 'signedIn' | Act;

declare module 'fastify' {
  interface FastifyRequest {
    person: Person | null;
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
  app.decorateRequest('person', null);
  app.addHook('onRequest', async (request) => {
    const token = request.cookies[sessionCookie];
    if (token !== undefined && isOurs(request.url)) request.person = await personOfToken(context, token);
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
    const person = signedIn(request);
    if (access !== 'signedIn') requireMay(actorOf(person), access);
  });
}

/** What the API answers itself, without the papers about it. */
export const isOurs = (url: string): boolean => url.startsWith('/api/') && !url.startsWith('/api/docs');

/** The person of the session, as the server knows it. */
export function signedIn(request: FastifyRequest): Person {
  if (request.person === null) throw new Refused({ code: 'notSignedIn' });
  return request.person;
}

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
