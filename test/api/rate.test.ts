/** One caller who floods is held up, and nobody else. */
import { expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { sessionCookie } from '../../api/access.ts';
import { cast, type CastMember } from '../support/cast.ts';

const house = useApi({}, { rates: { person: 20, address: 10 } });

const ask = async (caller: CastMember | null, remoteAddress = '192.0.2.1') =>
  house.as(caller, { method: 'GET', url: '/api/session', remoteAddress });

const statuses = async (times: number, ...of: Parameters<typeof ask>) => {
  const found = [];
  for (let count = 0; count < times; count += 1) found.push((await ask(...of)).statusCode);
  return found;
};

test('a person is counted by their session, wherever they are, and an address by those without one', async () => {
  expect(new Set(await statuses(20, cast.wang))).toEqual(new Set([200]));
  const held = await ask(cast.wang, '192.0.2.99');
  expect(held.statusCode).toBe(429);
  expect(held.json()).toMatchObject({ code: 'tooManyRequests', facts: { seconds: expect.any(Number) as number } });
  expect(Number(held.headers['retry-after'])).toBeGreaterThan(0);
  // The colleague at the same address goes on.
  expect((await ask(cast.lin)).statusCode).toBe(200);
});

test('whoever has no session is held up by their address, and invented ones do not help', async () => {
  expect(new Set(await statuses(10, null, '198.51.100.7'))).toEqual(new Set([401]));
  expect((await ask(null, '198.51.100.7')).statusCode).toBe(429);
  expect((await ask(null, '198.51.100.8')).statusCode).toBe(401);
  const forged = { 'x-forwarded-for': '203.0.113.1' };
  const again = await house.api.inject({ url: '/api/session', headers: forged, remoteAddress: '198.51.100.7' });
  expect(again.statusCode).toBe(429);
  const cookies = { [sessionCookie]: 'x'.repeat(43) };
  const invented = await house.api.inject({ url: '/api/session', cookies, remoteAddress: '198.51.100.7' });
  expect(invented.statusCode).toBe(429);
});

test('pages and files of them are not counted', async () => {
  const found = [];
  for (let count = 0; count < 30; count += 1)
    found.push((await house.api.inject({ url: '/healthz', remoteAddress: '198.51.100.7' })).statusCode);
  expect(new Set(found)).toEqual(new Set([200]));
});
