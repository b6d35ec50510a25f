/** Signing out at a real identity provider ends the sessions here that began there, as it tells us server to server. */
import { randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { password } from '../client/support.ts';
import { useElsewhere } from '../client/elsewhere.ts';
import { cast } from '../support/cast.ts';
import { clientId, signOutThere, type Jar } from '../support/identity-provider.ts';

const { there, house, allow, post, signIn, sessionOf, factsOf } = await useElsewhere();

const said = (payload: string, type = 'application/x-www-form-urlencoded') =>
  house.api.inject({
    method: 'POST',
    url: '/api/session/openid/logout',
    payload,
    headers: { 'content-type': type },
  });
const told = (token: string) => said(new URLSearchParams({ logout_token: token }).toString());

beforeEach(() => {
  there.logouts.length = 0;
  there.tell = async (form) => new Response(null, { status: (await said(form)).statusCode });
});

const now = () => Math.floor(Date.now() / 1000);
const event = 'http://schemas.openid.net/event/backchannel-logout';
const right = () => ({
  iss: there.issuer,
  aud: clientId,
  iat: now(),
  exp: now() + 120,
  jti: randomUUID(),
  sub: 'subject-of-wang',
  events: { [event]: {} },
});

/** Signs out at the provider without having been here. */
const leave = (jar: Jar) => signOutThere(`${there.issuer}/session/end`, jar);

describe('signing out at the provider', () => {
  test('ends the session here that began in that browser, no other, and is told', async () => {
    await allow(cast.wang);
    const jar: Jar = new Map();
    const otherJar: Jar = new Map();
    const [ended, other] = [await signIn(jar), await signIn(otherJar)];
    const byPassword = await post('/api/session', { email: cast.wang.email, password });
    await leave(jar);
    expect(there.logouts).toHaveLength(1);
    expect(decodeJwt(there.logouts[0] ?? '')).toMatchObject({ sid: expect.any(String) as string });
    expect(await Promise.all([ended, other, byPassword].map(({ own }) => sessionOf(own)))).toEqual([401, 200, 200]);
    expect((await factsOf('wang')).at(-1)).toMatchObject({ kind: 'signedOutByOpenid', by: null, data: {} });
  });

  test('of the person ends all that began there, and who is still on the way to one', async () => {
    await allow(cast.wang);
    const [one, other] = [await signIn(), await signIn()];
    const byPassword = await post('/api/session', { email: cast.wang.email, password });
    await house.context.pool.query(
      `INSERT INTO openid_waiting (browser_hash, person_id, id_token, expires_at) VALUES ('x', 'wang', 'x', $1)`,
      [house.context.clock],
    );
    const answer = await told(there.sign(right()));
    expect([answer.statusCode, answer.body, answer.headers['cache-control']]).toEqual([204, '', 'no-store']);
    expect(await Promise.all([one, other, byPassword].map(({ own }) => sessionOf(own)))).toEqual([401, 401, 200]);
    expect((await house.context.pool.query('SELECT FROM openid_waiting')).rows).toEqual([]);
    const kinds = (await factsOf('wang')).map(({ kind }) => kind);
    // Once, however many sessions it ended.
    expect(kinds.slice(-2)).toEqual(['signedIn', 'signedOutByOpenid']);
  });

  test('of somebody whom nobody here knows is heard, and ends nothing', async () => {
    await allow(cast.wang);
    const { own } = await signIn();
    expect((await told(there.sign({ ...right(), sub: 'stranger' }))).statusCode).toBe(204);
    expect((await told(there.sign({ ...right(), sid: 'another session' }))).statusCode).toBe(204);
    expect(await sessionOf(own)).toBe(200);
  });
});

describe('a logout token', () => {
  const { sub: _, ...nobody } = right();
  const wrong: [string, () => string][] = [
    ['for another application', () => there.sign({ ...right(), aud: 'another' })],
    ['of another issuer', () => there.sign({ ...right(), iss: 'https://login.elsewhere.example' })],
    ['with a nonce, as an answer to a sign-in has one', () => there.sign({ ...right(), nonce: 'n' })],
    ['of an hour ago', () => there.sign({ ...right(), iat: now() - 3600 })],
    ['of tomorrow', () => there.sign({ ...right(), iat: now() + 86_400, exp: now() + 90_000 })],
    ['that has run out', () => there.sign({ ...right(), exp: now() - 60 })],
    ['that never runs out', () => there.sign({ ...right(), exp: undefined })],
    ['without an id', () => there.sign({ ...right(), jti: undefined })],
    ['that tells of something else', () => there.sign({ ...right(), events: { 'urn:else': {} } })],
    ['of nobody', () => there.sign({ ...nobody, iss: there.issuer })],
    ['that nobody has signed', () => there.sign(right(), { alg: 'none' }).replace(/[^.]*$/, '')],
    ['signed with a secret that both know', () => there.sign(right(), { alg: 'HS256' })],
    ['with another signature', () => there.sign(right()).replace(/.{8}$/, 'AAAAAAAA')],
    ['that is none', () => 'none'],
  ];

  test.each(wrong)('%s is refused, and ends nothing', async (_name, token) => {
    await allow(cast.wang);
    const { own } = await signIn();
    const answer = await told(token());
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'logoutNotValid']);
    expect(await sessionOf(own)).toBe(200);
  });

  test('is heard once, also when it comes twice at the same moment', async () => {
    await allow(cast.wang);
    const token = there.sign(right());
    const both = await Promise.all([told(token), told(token)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([204, 400]);
    const { own } = await signIn();
    expect((await told(token)).statusCode).toBe(400);
    expect(await sessionOf(own)).toBe(200);
  });

  test('is the only one in its form', async () => {
    const token = there.sign(right());
    expect((await said(`logout_token=${token}&logout_token=${token}`)).statusCode).toBe(400);
    expect((await said('other=1')).statusCode).toBe(400);
  });
});
