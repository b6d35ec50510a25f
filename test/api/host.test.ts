/** Names that were made to point here get no answer, over real sockets. */
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { request, say } from '../support/wire.ts';

/** Bodies that never come are given up within the test. */
const times = { headersMs: 1000, stallMs: 200, bodyMs: 1000, slowestBytesPerMs: 32, everyMs: 50 };

const statusOf = async (port: number, headers: Readonly<Record<string, string>>, first = 'GET /api/installation') =>
  (await say(port, request(`${first} HTTP/1.1`, headers)).answer).status;

describe('a server people reach directly', () => {
  const house = useApi({ webUrl: 'https://zg.yunling.example' }, { times });
  let port: number;
  beforeAll(async () => {
    await house.api.listen({ host: '127.0.0.1', port: 0 });
    ({ port } = house.api.server.address() as AddressInfo);
  });

  test('answers under its own name, and on its machine under the names of every machine', async () => {
    for (const host of ['zg.yunling.example', 'ZG.Yunling.Example:443', `127.0.0.1:${port}`, `localhost:${port}`])
      expect(await statusOf(port, { host }), host).toBe(200);
  });

  test('answers under no other name: not for a page, not for a health check, not to a person', async () => {
    const others = [
      'evil.example',
      `evil.example:${port}`,
      `127.0.0.1.evil.example:${port}`,
      'zg.yunling.example:8443',
      'zg.yunling.example.evil.example',
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `localhost:${port + 1}`,
      `[::1]:${port}`,
      `user@127.0.0.1:${port}`,
      '',
    ];
    for (const host of others) expect(await statusOf(port, { host }), host).toBe(421);
    for (const first of ['GET /', 'GET /healthz', 'POST /api/session', 'GET /nothing', 'OPTIONS /api/items'])
      expect(await statusOf(port, { host: 'evil.example' }, first), first).toBe(421);
    const { closed } = say(port, request('GET /api/installation HTTP/1.0', {}));
    expect(await closed).toContain('421');
  });

  test('says so before it reads a body or asks the ledger, and believes no proxy that there is not', async () => {
    const { pool } = house.context;
    let asked = 0;
    const query = pool.query.bind(pool);
    try {
      Object.assign(pool, { query: (...args: Parameters<typeof query>) => ((asked += 1), query(...args)) });
      const headers = { host: 'evil.example', cookie: `rectify_session=${'x'.repeat(43)}`, 'content-length': '1000' };
      const { body } = await say(port, request('POST /api/session?lang=en HTTP/1.1', headers)).answer;
      expect(JSON.parse(body)).toMatchObject({ code: 'wrongHost', facts: { host: 'evil.example' } });
      const forwarded = { host: 'evil.example', 'x-forwarded-host': 'zg.yunling.example' };
      expect(await statusOf(port, forwarded)).toBe(421);
      expect(asked).toBe(0);
    } finally {
      Reflect.deleteProperty(pool, 'query');
    }
  });
});

/** Where a caller comes from is what our proxies saw, whatever the caller says of itself. */
describe.each([
  { proxies: 0, forwardedFor: (count: number) => `203.0.113.${count}` },
  { proxies: 1, forwardedFor: (count: number) => `203.0.113.${count}, 198.51.100.20` },
  {
    proxies: ['127.0.0.0/8', '10.1.0.0/16'],
    forwardedFor: (count: number) => `203.0.113.${count}, 198.51.100.20, 10.1.2.3`,
  },
])('with $proxies as its proxies a server', ({ proxies, forwardedFor }) => {
  const house = useApi({ proxies }, { times });

  test('brakes an address that invents where it comes from', async () => {
    const guess = (count: number) =>
      house.api.inject({
        method: 'POST',
        url: '/api/session',
        headers: { 'x-forwarded-for': forwardedFor(count) },
        payload: { email: `nobody${count}@x.example`, password: 'wrong' },
      });
    for (let count = 0; count < 50; count += 1) expect((await guess(count)).statusCode).toBe(401);
    expect((await guess(50)).statusCode).toBe(429);
  }, 60_000);
});

describe('a server behind a proxy', () => {
  const house = useApi({ webUrl: 'https://zg.yunling.example', proxies: 1 }, { times });
  let port: number;
  beforeAll(async () => {
    await house.api.listen({ host: '127.0.0.1', port: 0 });
    ({ port } = house.api.server.address() as AddressInfo);
  });

  test('answers when both it and the proxy are asked for by their names', async () => {
    expect(await statusOf(port, { host: 'zg.yunling.example' })).toBe(200);
    const forwarded = { 'x-forwarded-host': 'zg.yunling.example', 'x-forwarded-proto': 'https' };
    expect(await statusOf(port, { host: `127.0.0.1:${port}`, ...forwarded })).toBe(200);
  });

  test('answers when neither can be somebody else’s', async () => {
    expect(await statusOf(port, { host: `127.0.0.1:${port}`, 'x-forwarded-host': 'evil.example' })).toBe(421);
    // A page can set the header of a proxy, but not the name it asks for.
    expect(await statusOf(port, { host: `evil.example:${port}`, 'x-forwarded-host': 'zg.yunling.example' })).toBe(421);
  });
});
