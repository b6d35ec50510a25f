import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { tellRound, type ToldRound } from '../client/stories.ts';
import { cast } from '../support/cast.ts';
import { inState, Story } from '../support/story.ts';
import { sessionCookie } from '../../api/access.ts';

const house = useApi();
let draft: ToldRound;
let told: ToldRound;

beforeAll(async () => {
  draft = await tellRound(house.context.pool, [new Story()], { state: 'draft' });
  told = await tellRound(house.context.pool, [inState('submitted')]);
});

/** Every table that there is, by a sum over its rows. */
async function everything(): Promise<Readonly<Record<string, string>>> {
  const { pool } = house.context;
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND has_table_privilege(oid, 'SELECT')`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ sum: string }>(
      `SELECT md5(coalesce(string_agg(row::text, '|' ORDER BY row::text), '')) AS sum FROM ${name} AS row`,
    );
    for (const { sum } of rows) sums[name] = sum;
  }
  return sums;
}

describe('reading', () => {
  test('changes nothing, whatever is read, also where a press would act', async () => {
    await house.as(cast.zhao, { method: 'GET', url: '/api/session' });
    const before = await everything();
    expect(Object.keys(before).length).toBeGreaterThan(12);
    const { paths = {} } = house.api.swagger();
    for (const path of Object.keys(paths)) {
      const url = path
        .replace('{roundId}', draft.roundId)
        .replace('{itemId}', told.itemIds[0] ?? '')
        .replace('{personId}', 'wang')
        .replace('{unitId}', 'works')
        .replace('{evidenceId}', 'f-00000006');
      for (const method of ['GET', 'HEAD'] as const) await house.as(cast.zhao, { method, url });
    }
    expect(await everything()).toEqual(before);
    expect(house.context.temporal.commands).toEqual([]);
    expect(house.context.temporal.rounds).toEqual([]);
    expect(house.context.temporal.relays).toBe(0);
  });
});

describe('a request that changes something', () => {
  const press = (headers: Record<string, string>, payload: string | object = {}) =>
    house.as(cast.zhao, { method: 'POST', url: `/api/rounds/${draft.roundId}/launch`, headers, payload });

  test.each([
    ['another site says so', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site says so', { 'sec-fetch-site': 'same-site' }],
    ['its origin is another', { origin: 'https://elsewhere.example' }],
    ['its origin is hidden', { origin: 'null' }],
  ])('is refused when %s', async (_, headers) => {
    const response = await press(headers);
    expect(response.statusCode).toBe(403);
    expect(response.json<{ code: string }>().code).toBe('crossSite');
    expect(house.context.temporal.rounds).toEqual([]);
  });

  test.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
    'is not taken as %s, which a form of another site could send',
    async (type) => {
      const response = await house.as(cast.zhao, {
        method: 'POST',
        url: '/api/units',
        headers: { 'content-type': type },
        payload: 'name=x',
      });
      expect(response.statusCode).toBeGreaterThanOrEqual(400);
      expect(response.statusCode).toBeLessThan(500);
      const { rows } = await house.context.pool.query(`SELECT FROM unit WHERE name = 'x'`);
      expect(rows).toEqual([]);
    },
  );

  test('is taken from our own pages', async () => {
    const same = await house.as(cast.zhao, {
      method: 'POST',
      url: '/api/units',
      headers: { origin: 'http://localhost', host: 'localhost' },
      payload: { id: 'legal', name: '法制科' },
    });
    expect(same.statusCode).toBe(201);
    const fetched = await house.as(cast.zhao, {
      method: 'POST',
      url: '/api/units',
      headers: { origin: 'http://localhost:5173', 'sec-fetch-site': 'same-origin' },
      payload: { id: 'audit', name: '审计科' },
    });
    expect(fetched.statusCode).toBe(201);
  });
});

describe('every answer', () => {
  test('tells the browser what it may do with it', async () => {
    const { headers } = await house.as(null, { method: 'GET', url: '/api/installation' });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    const docs = await house.as(null, { method: 'GET', url: '/api/docs/static/index.html' });
    for (const answer of [headers, docs.headers]) {
      const policy = String(answer['content-security-policy'])
        .split(';')
        .map((rule) => rule.trim());
      for (const rule of ["script-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
        expect(policy).toContain(rule);
    }
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('is a problem in our form where there is no such address', async () => {
    for (const url of ['/api/nothing', '/nothing', '/api/items/%ff', '/api/acts']) {
      const response = await house.as(null, { method: 'GET', url });
      expect([400, 401, 404]).toContain(response.statusCode);
      expect(Object.keys(response.json<object>()).sort()).toEqual(['code', 'facts', 'message']);
    }
  });

  test('names no more than a reference when the fault is ours', async () => {
    const { pool } = house.context;
    try {
      Object.assign(pool, { query: () => Promise.reject(new Error('password=secret')) });
      const response = await house.as(null, { method: 'GET', url: '/api/installation?lang=en' });
      expect(response.statusCode).toBe(500);
      const problem = response.json<{ code: string; message: string; facts: { reference: string } }>();
      expect(problem.code).toBe('ours');
      expect(problem.facts.reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      expect(problem.message).toContain(problem.facts.reference);
      expect(response.body).not.toContain('secret');
    } finally {
      // What was put before the method of its class goes away again.
      Reflect.deleteProperty(pool, 'query');
    }
  });

  test('comes in the language of the address, the cookie, the person, the browser, in this order', async () => {
    const ask = async (
      member: (typeof cast)[keyof typeof cast] | null,
      request: { lang?: string; cookie?: string; accept?: string },
    ) => {
      const response = await house.as(member, {
        method: 'GET',
        url: `/api/rounds/nothing${request.lang === undefined ? '' : `?lang=${request.lang}`}`,
        cookies: request.cookie === undefined ? {} : { lang: request.cookie },
        headers: request.accept === undefined ? {} : { 'accept-language': request.accept },
      });
      return /[一-龥]/.test(response.json<{ message: string }>().message) ? 'zh' : 'en';
    };
    expect(await ask(cast.lin, {})).toBe('en');
    expect(await ask(cast.lin, { accept: 'zh-CN' })).toBe('en');
    expect(await ask(cast.lin, { cookie: 'zh-CN' })).toBe('zh');
    expect(await ask(cast.lin, { cookie: 'zh-CN', lang: 'en' })).toBe('en');
    expect(await ask(null, { accept: 'fr, en-GB;q=0.8, zh;q=0.5' })).toBe('en');
    expect(await ask(null, {})).toBe('zh');
  });

  test('is refused where the text could not be kept', async () => {
    for (const name of ['财务\u0000科', '财务\ud800科']) {
      const response = await house.as(cast.zhao, { method: 'POST', url: '/api/units', payload: { name } });
      expect(response.statusCode).toBe(400);
      expect(response.json<{ facts: { faults: { path: string }[] } }>().facts.faults[0]?.path).toBe('name');
    }
    const search = await house.as(cast.zhao, { method: 'GET', url: '/api/items?q=%00' });
    expect(search.statusCode).toBe(400);
  });

  test('of a body that is not JSON says so', async () => {
    const response = await house.as(cast.zhao, {
      method: 'POST',
      url: '/api/units',
      headers: { 'content-type': 'application/json' },
      payload: '{"name":',
    });
    expect(response.statusCode).toBe(400);
    expect(response.json<{ code: string }>().code).toBe('badInput');
  });

  test('tells every fault of a body, with what was allowed and what was given', async () => {
    const response = await house.as(cast.zhao, {
      method: 'POST',
      url: '/api/people?lang=en',
      payload: { name: '', email: 'he@x.example', locale: 'fr', roles: ['king'] },
    });
    expect(response.statusCode).toBe(400);
    expect(response.json<{ facts: { faults: unknown[] } }>().facts.faults).toEqual([
      { path: 'name', allowed: '≥ 1', given: '""' },
      { path: 'locale', allowed: 'zh-CN, en', given: '"fr"' },
      { path: 'roles[0]', allowed: 'staff, supervisor, admin', given: '"king"' },
    ]);
  });
});

test('a session of another name is no session', async () => {
  const response = await house.api.inject({
    method: 'GET',
    url: '/api/session',
    cookies: { [sessionCookie]: 'x'.repeat(43) },
  });
  expect(response.statusCode).toBe(401);
});
