/** Signing in at a real identity provider that runs beside the test: whom it opens an account to, and how that ends. */
import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { password } from '../client/support.ts';
import { cast } from '../support/cast.ts';
import { useElsewhere } from '../client/elsewhere.ts';
import { signOutThere, type Jar } from '../support/identity-provider.ts';
import { newSecret } from '../../client/people/codes.ts';
import { millis } from '../../core/time.ts';

const { there, house, later, post, begin, signIn, allow, remove, sessionOf, factsOf } = await useElsewhere();

const kindsOf = async (id: string) => (await factsOf(id)).map(({ kind }) => kind);
const mail = (address: string) =>
  house.as(cast.zhao, { method: 'PATCH', url: '/api/people/wang', payload: { email: address } });
const rowsOf = async (table: string) => (await house.context.pool.query<object>(`SELECT * FROM ${table}`)).rows;

describe('signing in at the identity provider', () => {
  test('opens the account of whom an admin lets in, with a session as by password', async () => {
    expect((await allow(cast.wang)).statusCode).toBe(204);
    const { status, body, set, own } = await signIn();
    expect({ status, body }).toMatchObject({ status: 200, body: { id: 'wang', owesSecondFactor: false } });
    expect(set).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 43_200 });
    expect(await sessionOf(own)).toBe(200);
    const facts = await factsOf('wang');
    expect(facts.slice(-3).map(({ kind, by }) => [kind, by])).toEqual([
      ['openidAllowed', 'zhao'],
      ['openidLinked', 'wang'],
      ['signedInByOpenid', 'wang'],
    ]);
    expect(JSON.stringify(facts)).not.toMatch(/subject-of-wang|@/);
  });

  test('is offered by its name, and tells one’s own page and the admin where it stands', async () => {
    const offered = (await house.api.inject({ url: '/api/installation' })).json<Record<string, unknown>>();
    expect(offered['openid']).toEqual({ name: 'Bureau login' });
    const stateOf = async () => ({
      own: (await house.as(cast.wang, { url: '/api/session/openid' })).json<{ state: string }>().state,
      all: (await house.as(cast.zhao, { url: '/api/openid-links' })).json<unknown>(),
    });
    expect(await stateOf()).toEqual({ own: 'off', all: [] });
    await allow(cast.wang);
    expect(await stateOf()).toEqual({ own: 'allowed', all: [{ personId: 'wang', state: 'allowed' }] });
    await signIn();
    expect(await stateOf()).toEqual({ own: 'linked', all: [{ personId: 'wang', state: 'linked' }] });
  });

  test('makes nobody, and opens no account that no admin has let in', async () => {
    const people = (await rowsOf('person')).length;
    expect(await signIn()).toMatchObject({ status: 403, body: { code: 'openidNotLinked' } });
    there.who = { sub: 'stranger', email: 'stranger@elsewhere.example' };
    expect((await signIn()).status).toBe(403);
    expect((await rowsOf('person')).length).toBe(people);
    expect((await rowsOf('openid_link')).length).toBe(0);
    expect((await factsOf('sign-in')).at(-1)).toMatchObject({ kind: 'signInFailed', by: null });
  });

  test('links nobody by an address that the provider has not verified', async () => {
    await allow(cast.wang);
    there.who = { ...there.who, isVerified: false };
    expect(await signIn()).toMatchObject({ status: 403, body: { code: 'openidNotLinked' } });
    there.who = { ...there.who, isVerified: true };
    expect((await signIn()).status).toBe(200);
  });

  test('goes by the provider’s own name of the person from then on, and never again by the address', async () => {
    await allow(cast.wang);
    await signIn();
    there.who = { sub: 'subject-of-wang', email: 'married@elsewhere.example', isVerified: false };
    expect((await signIn()).body['id']).toBe('wang');
    there.who = { sub: 'who-got-the-mailbox', email: cast.wang.email };
    expect(await signIn()).toMatchObject({ status: 403, body: { code: 'openidNotLinked' } });
    // Nor by the address of somebody else, whom an admin lets in, too.
    await allow(cast.gao);
    there.who = { sub: 'subject-of-wang', email: cast.gao.email };
    expect((await signIn()).body['id']).toBe('wang');
  });

  test('is not opened by an address that is no longer the person’s here', async () => {
    await allow(cast.wang);
    expect((await mail('wang.new@yunling.example')).statusCode).toBe(200);
    expect((await signIn()).status).toBe(403);
    expect((await mail(cast.wang.email)).statusCode).toBe(200);
  });

  test('lets nobody in who has left', async () => {
    await allow(cast.gao);
    there.who = { sub: 'subject-of-gao', email: cast.gao.email };
    expect((await signIn()).status).toBe(200);
    const mark = (how: string) => house.as(cast.zhao, { method: 'POST', url: `/api/people/gao/${how}` });
    await mark('leave');
    expect(await signIn()).toMatchObject({ status: 403, body: { code: 'openidNotLinked' } });
    expect((await factsOf('gao')).at(-1)).toMatchObject({ kind: 'signInFailed' });
    expect((await allow(cast.gao)).json()).toMatchObject({ code: 'hasLeft' });
    await mark('come-back');
    expect((await signIn()).status).toBe(200);
  });

  test('lets nobody in any more whose link is removed, and ends their sessions', async () => {
    await allow(cast.wang);
    const { own } = await signIn();
    expect((await remove(cast.wang)).statusCode).toBe(204);
    expect(await sessionOf(own)).toBe(401);
    expect((await signIn()).status).toBe(403);
    const kinds = await kindsOf('wang');
    expect(kinds.filter((kind) => kind === 'openidRemoved')).toHaveLength(1);
    // Repeated, it changes nothing.
    expect((await remove(cast.wang)).statusCode).toBe(204);
    expect(await kindsOf('wang')).toEqual(kinds);
  });
});

describe('signing out', () => {
  test('goes on to the provider, which sends the browser back to our page', async () => {
    await allow(cast.wang);
    const jar: Jar = new Map();
    const { own } = await signIn(jar);
    expect(await rowsOf('openid_session')).toHaveLength(1);
    const out = await house.api.inject({ method: 'DELETE', url: '/api/session', cookies: own });
    expect(out.statusCode).toBe(200);
    expect(await sessionOf(own)).toBe(401);
    expect(await rowsOf('openid_session')).toEqual([]);
    expect(await signOutThere(out.json<{ address: string }>().address, jar)).toBe('http://localhost/sign-in');
  });

  test('of a session that began with a password ends here', async () => {
    const { own } = await post('/api/session', { email: cast.wang.email, password });
    const out = await house.api.inject({ method: 'DELETE', url: '/api/session', cookies: own });
    expect([out.statusCode, out.body]).toEqual([204, '']);
  });
});

describe('the second factor', () => {
  const secret = newSecret();
  const shown = () =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: millis(house.context.clock) });
  const turnOn = (id: string) =>
    house.context.pool.query(
      `INSERT INTO second_factor (person_id, secret, begun_at, confirmed_at, last_step) VALUES ($1, $2, $3, $3, 0)`,
      [id, house.context.vault.lock(secret, id), house.context.clock],
    );
  const demand = (isDemanded: boolean) =>
    house.as(cast.zhao, { method: 'PUT', url: '/api/second-factors', payload: { isDemanded } });
  const items = async (cookies: Record<string, string>) =>
    (await house.api.inject({ url: '/api/items', cookies })).statusCode;
  const bringCode = (code: string, cookies: Record<string, string>) =>
    post('/api/session/openid/code', { code }, cookies);

  test('of one’s own is asked for after the provider, in the same browser, and taken once', async () => {
    await allow(cast.wang);
    await turnOn('wang');
    const { status, body, set, cookies } = await signIn();
    expect({ status, set, body }).toMatchObject({ status: 401, body: { code: 'secondFactorNeeded' } });
    expect(set).toBeUndefined();
    expect((await bringCode('12345', cookies)).body['code']).toBe('secondFactorWrong');
    const other = await begin();
    expect((await bringCode(shown(), other.cookies)).body['code']).toBe('openidNotValid');
    const entered = await bringCode(shown(), cookies);
    expect(entered).toMatchObject({ status: 200, body: { id: 'wang' } });
    expect(await items(entered.own)).toBe(200);
    later(1);
    expect((await bringCode(shown(), cookies)).body['code']).toBe('openidNotValid');
  });

  test('is braked as beside a password, and its time is ten minutes', async () => {
    await allow(cast.wang);
    await turnOn('wang');
    const { cookies } = await signIn();
    const refusals = [];
    for (let time = 0; time < 7; time += 1) refusals.push((await bringCode('12345', cookies)).body['code']);
    expect(refusals[0]).toBe('secondFactorWrong');
    expect(refusals.at(-1)).toBe('tooManyAttempts');
    later(10);
    expect((await bringCode(shown(), cookies)).body['code']).toBe('openidNotValid');
  });

  test('that waits for its code ends with the link', async () => {
    await allow(cast.wang);
    await turnOn('wang');
    const { cookies } = await signIn();
    await remove(cast.wang);
    expect((await bringCode(shown(), cookies)).body['code']).toBe('openidNotValid');
  });

  test('that is demanded is owed after the provider as after a password, but where that asked for more than one', async () => {
    await allow(cast.li);
    there.who = { sub: 'subject-of-li', email: cast.li.email };
    const alone = await signIn();
    there.who = { ...there.who, amr: ['pwd', 'otp', 'mfa'] };
    const both = await signIn();
    await turnOn('zhao');
    const asked = await demand(true);
    expect(asked.statusCode).toBe(204);
    try {
      // Of the sessions that are open, and of new ones.
      expect([await items(alone.own), await items(both.own)]).toEqual([403, 200]);
      const again = await signIn();
      expect([again.body['owesSecondFactor'], await items(again.own)]).toEqual([false, 200]);
      there.who = { ...there.who, amr: ['pwd', 'otp'] };
      const owing = await signIn();
      expect([owing.body['owesSecondFactor'], await items(owing.own)]).toEqual([true, 403]);
      await turnOn('li');
      expect((await signIn()).body['code']).toBe('secondFactorNeeded');
      there.who = { ...there.who, amr: ['mfa'] };
      expect((await signIn()).status).toBe(200);
    } finally {
      await demand(false);
    }
  });
});
