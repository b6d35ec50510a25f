import { beforeEach, describe, expect, test } from 'vitest';
import { evidenceMaxBytes, password, useApi } from '../client/support.ts';
import { cast } from '../support/cast.ts';
import { asAdmin, silentLogger } from '../support/ledger.ts';
import { deviceCookie, sessionCookie } from '../../api/access.ts';
import { createServer } from '../../api/server.ts';
import { instant, millis } from '../../core/time.ts';
import { recordEventsOf } from '../../db/record-events.ts';

const house = useApi();

const signIn = (email: string, word: string, remoteAddress = '192.0.2.1') =>
  house.api.inject({ method: 'POST', url: '/api/session', payload: { email, password: word }, remoteAddress });

const later = (minutes: number) => {
  house.context.clock = instant(millis(house.context.clock) + minutes * 60_000);
};

const laterBySeconds = (seconds: number) => later(seconds / 60);

// Each test begins when the failures of the one before are forgotten.
beforeEach(() => {
  later(25 * 60);
  house.forgetSessions();
});

describe('signing in', () => {
  test('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const response = await signIn('WANG@yunling.example', password);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ id: 'wang', name: '王小明', roles: ['staff'] });
    expect(response.body).not.toContain('scrypt');
    const [cookie] = response.cookies;
    expect(cookie).toMatchObject({
      name: sessionCookie,
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: 43_200,
    });
    expect(cookie?.value).toMatch(/^[\w-]{43}$/);
  });

  test('keeps only the hash of the token', async () => {
    const token = (await signIn(cast.wang.email, password)).cookies[0]?.value ?? '';
    const { rows } = await house.context.pool.query<{ token_hash: string }>('SELECT token_hash FROM session');
    expect(rows.map(({ token_hash }) => token_hash)).not.toContain(token);
    expect(rows.at(-1)?.token_hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('gives a new token each time', async () => {
    const tokens = [await signIn(cast.wang.email, password), await signIn(cast.wang.email, password)];
    expect(new Set(tokens.map(({ cookies }) => cookies[0]?.value)).size).toBe(2);
  });

  test('says the same for a wrong password, an unknown address and a person without a password', async () => {
    await asAdmin(
      house.context.pool,
      `INSERT INTO person (id, name, email, roles) VALUES ('mute', '无', 'mute@x.example', '{admin}') ON CONFLICT DO NOTHING`,
    );
    const answers = [
      await signIn(cast.gao.email, 'wrong'),
      await signIn('nobody@yunling.example', password),
      await signIn('mute@x.example', ''),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  });

  test('takes as long for an unknown address as for a known one', async () => {
    const measure = async (email: string) => {
      const times = [];
      for (let count = 0; count < 5; count += 1) {
        const start = performance.now();
        await signIn(email, 'wrong', `192.0.2.${100 + count}`);
        times.push(performance.now() - start);
      }
      return times.sort((one, other) => one - other)[2] ?? 0;
    };
    const [known, unknown] = [await measure(cast.lin.email), await measure('nobody@yunling.example')];
    // A hash is computed for both; without one the unknown address would be answered in a tenth of the time.
    expect(unknown).toBeGreaterThan(known / 3);
  });
});

describe('the brake', () => {
  const secondsOf = (held: { json<T>(): T }) => held.json<{ facts: { seconds: number } }>().facts.seconds;
  const fail = async (email: string, times: number, address?: string) => {
    for (let count = 0; count < times; count += 1) expect((await signIn(email, 'wrong', address)).statusCode).toBe(401);
  };

  test('makes whoever fails wait, twice as long each time, also with the right password', async () => {
    await fail(cast.chen.email, 5);
    for (const seconds of [1, 2, 4, 8]) {
      const held = await signIn(cast.chen.email, password);
      expect(held.statusCode).toBe(429);
      expect(held.headers['retry-after']).toBe(String(seconds));
      expect(secondsOf(held)).toBe(seconds);
      laterBySeconds(seconds);
      await fail(cast.chen.email, 1);
    }
    laterBySeconds(16);
    expect((await signIn(cast.chen.email, password)).statusCode).toBe(200);
    // The right password forgives what was wrong before.
    await fail(cast.chen.email, 5);
  });

  test('never waits for longer than 15 minutes', async () => {
    await fail(cast.chen.email, 5);
    for (let count = 0; count < 12; count += 1) {
      later(15);
      await fail(cast.chen.email, 1);
    }
    expect(secondsOf(await signIn(cast.chen.email, password))).toBe(15 * 60);
  });

  test('counts an account from everywhere, and however it is spelt', async () => {
    const spellings = [cast.chen.email, cast.chen.email.toUpperCase(), ` ${cast.chen.email} `];
    const tries = Array.from({ length: 15 }, (_, index) =>
      signIn(spellings[index % 3] ?? '', 'wrong', `198.51.100.${index}`),
    );
    const statuses = (await Promise.all(tries)).map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([...Array.from({ length: 5 }, () => 401), ...Array.from({ length: 10 }, () => 429)]);
  });

  test('lets many right passwords through at the same moment', async () => {
    const tries = Array.from({ length: 15 }, () => signIn(cast.zhang.email, password));
    expect((await Promise.all(tries)).map(({ statusCode }) => statusCode)).toEqual(tries.map(() => 200));
  });

  test('lets nobody lock another out: a device that is known passes, and is counted by itself', async () => {
    const first = await signIn(cast.li.email, password);
    const device = first.cookies.find(({ name }) => name === deviceCookie);
    expect(device).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    const fromDevice = (email: string, word: string) =>
      house.api.inject({
        method: 'POST',
        url: '/api/session',
        payload: { email, password: word },
        cookies: { [deviceCookie]: device?.value ?? '' },
        remoteAddress: '203.0.113.5',
      });
    await fail(cast.li.email, 5, '198.51.100.7');
    expect((await signIn(cast.li.email, password)).statusCode).toBe(429);
    const passed = await fromDevice(cast.li.email, password);
    expect(passed.statusCode).toBe(200);
    expect(passed.cookies.map(({ name }) => name)).toEqual([sessionCookie]);
    for (let count = 0; count < 5; count += 1) await fromDevice(cast.li.email, 'wrong');
    expect((await fromDevice(cast.li.email, password)).statusCode).toBe(429);
    // It is a stranger to everybody else.
    await fail(cast.gao.email, 5);
    expect((await fromDevice(cast.gao.email, password)).statusCode).toBe(429);
  });

  test('slows an address that tries one account after the other, and none that is known there', async () => {
    const device = (await signIn(cast.wang.email, password)).cookies.find(({ name }) => name === deviceCookie);
    for (let count = 0; count < 50; count += 1) await fail(`nobody${count}@x.example`, 1, '198.51.100.9');
    const held = await signIn(cast.chen.email, password, '198.51.100.9');
    expect(held.statusCode).toBe(429);
    expect(secondsOf(held)).toBeLessThanOrEqual(60);
    const known = await house.api.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email: cast.wang.email, password },
      cookies: { [deviceCookie]: device?.value ?? '' },
      remoteAddress: '198.51.100.9',
    });
    expect(known.statusCode).toBe(200);
  }, 60_000);

  test('is one for all processes, and outlives them', async () => {
    await fail(cast.chen.email, 5);
    const other = await createServer(house.context, {
      config: { webUrl: 'http://localhost', proxies: 0, evidenceMaxBytes, sampleAllowed: false, mailPage: null },
      logger: silentLogger,
      pages: 'nowhere',
    });
    const payload = { email: cast.chen.email, password };
    const held = await other.inject({ method: 'POST', url: '/api/session', payload, headers: { host: 'localhost' } });
    expect(held.statusCode).toBe(429);
    await other.close();
  });

  test('keeps no addresses of people, only hashes', async () => {
    await signIn('somebody@x.example', 'wrong');
    const { rows } = await house.context.pool.query('SELECT * FROM sign_in_try');
    expect(JSON.stringify(rows)).not.toContain('x.example');
  });
});

describe('a session', () => {
  const asked = (token: string) =>
    house.api.inject({ method: 'GET', url: '/api/session', cookies: { [sessionCookie]: token } });

  test('ends by itself after 12 hours', async () => {
    const token = (await signIn(cast.wang.email, password)).cookies[0]?.value ?? '';
    later(12 * 60 - 1);
    expect((await asked(token)).statusCode).toBe(200);
    later(1);
    expect((await asked(token)).statusCode).toBe(401);
  });

  test('ends when the person signs out, and the cookie is taken back', async () => {
    const token = (await signIn(cast.wang.email, password)).cookies[0]?.value ?? '';
    const out = await house.api.inject({ method: 'DELETE', url: '/api/session', cookies: { [sessionCookie]: token } });
    expect(out.statusCode).toBe(204);
    expect(out.cookies[0]).toMatchObject({ name: sessionCookie, value: '' });
    expect((await asked(token)).statusCode).toBe(401);
  });

  test('ends when an admin sets a new password', async () => {
    const token = (await signIn(cast.lin.email, password)).cookies[0]?.value ?? '';
    const payload = { password: 'another long word' };
    const set = await house.as(cast.zhao, { method: 'POST', url: '/api/people/lin/password', payload });
    expect(set.statusCode).toBe(204);
    expect((await asked(token)).statusCode).toBe(401);
    expect((await signIn(cast.lin.email, payload.password)).statusCode).toBe(200);
    const facts = await recordEventsOf(house.context.pool, 'lin');
    const fact = facts.findLast(({ kind }) => kind === 'passwordSet');
    // A hash of the hash: whoever exchanges the one is found by the other.
    expect(fact).toMatchObject({
      kind: 'passwordSet',
      by: 'zhao',
      data: { sha256: expect.stringMatching(/^\w{64}$/) as string },
    });
    expect(JSON.stringify(fact)).not.toMatch(/scrypt|another/);
  });

  test.each([
    ['rights', { roles: ['staff', 'admin'] }],
    ['address', { email: 'gao.yuan@yunling.example' }],
  ])('ends when the %s of the person change', async (_, change) => {
    const { rows } = await house.context.pool.query<{ email: string }>(`SELECT email FROM person WHERE id = 'gao'`);
    const token = (await signIn(rows[0]?.email ?? '', password)).cookies[0]?.value ?? '';
    const set = (payload: object) => house.as(cast.zhao, { method: 'PATCH', url: '/api/people/gao', payload });
    await set({ phone: '0871-1' });
    expect((await asked(token)).statusCode).toBe(200);
    await set(change);
    expect((await asked(token)).statusCode).toBe(401);
  });

  test('is one of a list, of which the others can be ended', async () => {
    const [one, other] = [await signIn(cast.zhang.email, password), await signIn(cast.zhang.email, password)];
    const token = other.cookies[0]?.value ?? '';
    const ask = (method: 'GET' | 'DELETE') =>
      house.api.inject({ method, url: '/api/sessions', cookies: { [sessionCookie]: token } });
    const list = (await ask('GET')).json<{ isCurrent: boolean }[]>();
    expect(list.length).toBeGreaterThan(1);
    expect(list.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    expect((await ask('DELETE')).statusCode).toBe(204);
    expect((await ask('GET')).json()).toHaveLength(1);
    expect((await asked(one.cookies[0]?.value ?? '')).statusCode).toBe(401);
    expect((await asked(token)).statusCode).toBe(200);
  });

  test('lets its person choose another password, which ends the others', async () => {
    const [one, other] = [await signIn(cast.wang.email, password), await signIn(cast.wang.email, password)];
    const token = one.cookies[0]?.value ?? '';
    const choose = (current: string, chosen: string) =>
      house.api.inject({
        method: 'POST',
        url: '/api/session/password',
        cookies: { [sessionCookie]: token },
        payload: { current, password: chosen },
      });
    const codes = [];
    for (const [current, chosen] of [
      [password, 'too short'],
      [password, 'wang@yunling.example'],
      [password, 'rectify-sample-2'],
      ['not mine', 'moss under nine bridges'],
    ] as const)
      codes.push((await choose(current, chosen)).json<{ code: string }>().code);
    expect(codes).toEqual(['passwordTooShort', 'passwordGuessable', 'passwordGuessable', 'wrongCredentials']);
    expect((await choose(password, 'moss under nine bridges')).statusCode).toBe(204);
    expect((await asked(token)).statusCode).toBe(200);
    expect((await asked(other.cookies[0]?.value ?? '')).statusCode).toBe(401);
    expect((await signIn(cast.wang.email, password)).statusCode).toBe(401);
    expect((await signIn(cast.wang.email, 'moss under nine bridges')).statusCode).toBe(200);
  });
});
