/** The API with an identity provider beside it, and a browser that signs in there. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect } from 'vitest';
import { cast, type CastMember } from '../support/cast.ts';
import { clientId, clientSecret, goThere, startIdentityProvider, type Jar } from '../support/identity-provider.ts';
import { silentLogger } from '../support/ledger.ts';
import { useApi } from './support.ts';
import { sessionCookie } from '../../api/access.ts';
import { openidCookie } from '../../api/routes/openid.ts';
import { openProvider, type Provider } from '../../client/people/openid-provider.ts';
import { instant, millis } from '../../core/time.ts';
import { recordEventsOf } from '../../db/record-events.ts';

const webUrl = 'http://localhost';

/** What our server has set in the browser. */
export type Cookies = Record<string, string>;

export function providerAt(issuer: string): Provider {
  const clientSecretFile = join(mkdtempSync(join(tmpdir(), 'rectify-openid-')), 'secret');
  writeFileSync(clientSecretFile, `${clientSecret}\n`);
  return openProvider({ issuer, clientId, clientSecretFile, name: 'Bureau login' }, { webUrl }, silentLogger);
}

export async function useElsewhere() {
  const there = await startIdentityProvider(webUrl);
  const house = useApi({}, { provider: providerAt(there.issuer) });
  afterAll(() => there.close());

  const later = (minutes: number) => {
    house.context.clock = instant(millis(house.context.clock) + minutes * 60_000);
  };

  beforeEach(async () => {
    later(24 * 60);
    house.forgetSessions();
    there.alter = (_, body) => body;
    there.who = { sub: 'subject-of-wang', email: cast.wang.email };
    for (const table of ['openid_link', 'second_factor']) await house.context.pool.query(`DELETE FROM ${table}`);
  });

  const post = async (url: string, payload: object, cookies: Cookies = {}) => {
    const response = await house.api.inject({ method: 'POST', url, payload, cookies });
    const set = response.cookies.find(({ name }) => name === sessionCookie);
    const own: Cookies = { [sessionCookie]: set?.value ?? '' };
    return { status: response.statusCode, body: response.json<Record<string, unknown>>(), set, own };
  };

  /** Sets out from our page. */
  const begin = async () => {
    const response = await house.api.inject({ method: 'POST', url: '/api/session/openid' });
    expect(response.statusCode).toBe(200);
    const set = response.cookies.find(({ name }) => name === openidCookie);
    const cookies: Cookies = { [openidCookie]: set?.value ?? '' };
    return { address: new URL(response.json<{ address: string }>().address), cookies, set };
  };

  const bring = ({ search }: { readonly search: string }, cookies: Cookies) =>
    post('/api/session/openid/callback', { answer: search.replace(/^\?/, '') }, cookies);

  return {
    there,
    house,
    later,
    post,
    begin,
    bring,
    /** All the way there and back. */
    signIn: async (jar?: Jar) => {
      const { address, cookies } = await begin();
      return { cookies, ...(await bring(await goThere(address.href, jar), cookies)) };
    },
    /** An admin lets a person in, or no longer. */
    allow: ({ id }: CastMember) => house.as(cast.zhao, { method: 'PUT', url: `/api/people/${id}/openid` }),
    remove: ({ id }: CastMember) => house.as(cast.zhao, { method: 'DELETE', url: `/api/people/${id}/openid` }),
    sessionOf: async (cookies: Cookies) => (await house.api.inject({ url: '/api/session', cookies })).statusCode,
    factsOf: (id: string) => recordEventsOf(house.context.pool, id),
  };
}
