/** What can be wrong on the way to the identity provider and back: whatever it is, nobody is signed in. */
import { describe, expect, test } from 'vitest';
import { evidenceMaxBytes, password } from '../client/support.ts';
import { cast } from '../support/cast.ts';
import { providerAt, useElsewhere, type Cookies } from '../client/elsewhere.ts';
import { goThere, startIdentityProvider } from '../support/identity-provider.ts';
import { silentLogger } from '../support/ledger.ts';
import { createServer } from '../../api/server.ts';

const { there, house, later, begin, bring, signIn, allow } = await useElsewhere();

/** The answer to a way there and back, of which a test has changed something. */
async function changed(
  change: (way: { address: URL; back: URL; cookies: Cookies }) => void,
): Promise<{ status: number; code: unknown }> {
  await allow(cast.wang);
  const { address, cookies } = await begin();
  const way = { address, back: new URL('http://localhost'), cookies };
  change(way);
  way.back = await goThere(way.address.href);
  change(way);
  const { status, body, set } = await bring(way.back, way.cookies);
  expect(set).toBeUndefined();
  return { status, code: body['code'] };
}
const notValid = { status: 422, code: 'openidNotValid' };

/** One letter is another. */
const other = (text: string | null): string => (text ?? '').replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'));
const alter = (params: URLSearchParams, name: string): void => {
  if (params.has(name)) params.set(name, other(params.get(name)));
};

describe('the way there', () => {
  test('carries a state, a nonce and a proof key, each new each time', async () => {
    const ways = [await begin(), await begin()];
    const told = ways.map(({ address: { searchParams } }) => Object.fromEntries(searchParams));
    expect(told[0]).toMatchObject({
      response_type: 'code',
      scope: 'openid email',
      code_challenge_method: 'S256',
      redirect_uri: 'http://localhost/signed-in-elsewhere',
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(new Set(told.map((way) => way[name])).size, name).toBe(2);
    expect(ways[0]?.set).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
      path: '/api/session/openid',
      maxAge: 600,
    });
    const { rows } = await house.context.pool.query('SELECT * FROM openid_attempt');
    for (const { cookies } of ways) expect(JSON.stringify(rows)).not.toContain(Object.values(cookies)[0]);
    for (const way of told) expect(JSON.stringify(rows)).not.toContain(way['state']);
  });

  test('is not taken without a proof key, nor back with another', async () => {
    const without = changed(({ address }) => {
      address.searchParams.delete('code_challenge');
      address.searchParams.delete('code_challenge_method');
    });
    expect(await without).toEqual(notValid);
    expect(await changed(({ address }) => alter(address.searchParams, 'code_challenge'))).toEqual(notValid);
  });

  test('is not taken for another’s: a token with another nonce is none of ours', async () => {
    expect(await changed(({ address }) => alter(address.searchParams, 'nonce'))).toEqual(notValid);
  });

  test('begins on our own pages alone, and comes back to them alone', async () => {
    for (const url of ['/api/session/openid', '/api/session/openid/callback', '/api/session/openid/code']) {
      const headers = { 'sec-fetch-site': 'cross-site' };
      const response = await house.api.inject({ method: 'POST', url, headers, payload: { answer: '', code: '' } });
      expect(response.json()).toMatchObject({ code: 'crossSite' });
    }
  });
});

describe('the answer', () => {
  test('with another state is none, and leaves the right one as it was', async () => {
    await allow(cast.wang);
    const { address, cookies } = await begin();
    const back = await goThere(address.href);
    const wrong = new URL(back);
    alter(wrong.searchParams, 'state');
    expect(await bring(wrong, cookies)).toMatchObject({ status: 422, body: { code: 'openidNotValid' } });
    expect((await bring({ search: '' }, cookies)).status).toBe(422);
    expect((await bring(back, cookies)).status).toBe(200);
  });

  test('is taken once, also when it comes twice at the same moment', async () => {
    await allow(cast.wang);
    const { address, cookies } = await begin();
    const back = await goThere(address.href);
    const both = await Promise.all([bring(back, cookies), bring(back, cookies)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    const [again, asked] = [await begin(), there.asked.filter((path) => path === '/token').length];
    expect((await bring(back, cookies)).status).toBe(422);
    expect((await bring(back, again.cookies)).status).toBe(422);
    // The provider was not even asked.
    expect(there.asked.filter((path) => path === '/token').length).toBe(asked);
  });

  test('is taken from the browser that set out, and no other', async () => {
    const stranger = await begin();
    const brought = changed((way) => {
      way.cookies = stranger.cookies;
    });
    expect(await brought).toEqual(notValid);
    const without = changed((way) => {
      way.cookies = {};
    });
    expect(await without).toEqual(notValid);
  });

  test('is taken within ten minutes', async () => {
    await allow(cast.wang);
    const { address, cookies } = await begin();
    const back = await goThere(address.href);
    later(10);
    expect((await bring(back, cookies)).status).toBe(422);
  });

  test('of another provider, or with another code, is none', async () => {
    expect(await changed(({ back }) => alter(back.searchParams, 'code'))).toEqual(notValid);
    const elsewhere = changed(({ back }) => {
      if (back.searchParams.has('iss')) back.searchParams.set('iss', 'https://login.elsewhere.example');
    });
    expect(await elsewhere).toEqual(notValid);
    expect(await changed(({ back }) => back.searchParams.delete('iss'))).toEqual(notValid);
  });

  test('that says no is told as it is, whatever it says', async () => {
    const refused = changed(({ back }) => {
      back.searchParams.delete('code');
      back.searchParams.set('error', 'access_denied');
      back.searchParams.set('error_description', '<b>no</b>');
    });
    expect(await refused).toEqual(notValid);
  });

  test.each(['sub', 'email', 'nonce', 'aud'])('whose token has another %s than was signed is none', async (name) => {
    there.alter = (path, body) => (path === '/token' ? withClaim(body, name, 'subject-of-zhao') : body);
    expect(await changed(() => undefined)).toEqual(notValid);
  });

  test('whose token the provider signed for another application is none', async () => {
    there.alter = (path, body) => {
      if (path !== '/token') return body;
      const { all, token } = parts(body);
      return { ...all, id_token: there.sign({ ...decoded(token[1]), aud }) };
    };
    let aud = 'rectify';
    await allow(cast.wang);
    expect((await signIn()).status).toBe(200);
    aud = 'another';
    expect(await changed(() => undefined)).toEqual(notValid);
  });

  test('whose token nobody has signed is none', async () => {
    there.alter = (path, body) => (path === '/token' ? unsigned(body) : body);
    expect(await changed(() => undefined)).toEqual(notValid);
  });

  test('whose address is of another than the token links nobody', async () => {
    there.alter = (path, body) =>
      path === '/me' ? { ...(body as object), sub: 'subject-of-zhao', email: cast.zhao.email } : body;
    await allow(cast.zhao);
    expect(await changed(() => undefined)).toEqual({ status: 503, code: 'openidAway' });
    const { rows } = await house.context.pool.query('SELECT FROM openid_link WHERE linked_at IS NOT NULL');
    expect(rows).toEqual([]);
  });

  test('that is never given is told as the provider being away', async () => {
    there.alter = (path, body) => {
      if (path === '/token') throw new Error('a fault of the provider');
      return body;
    };
    expect(await changed(() => undefined)).toEqual({ status: 503, code: 'openidAway' });
  });
});

const parts = (body: unknown): { readonly all: Record<string, unknown>; readonly token: string[] } => {
  const all = body as Record<string, unknown>;
  return { all, token: String(all['id_token']).split('.') };
};
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = (text = ''): object => JSON.parse(Buffer.from(text, 'base64url').toString()) as object;

function withClaim(body: unknown, name: string, value: string): unknown {
  const { all, token } = parts(body);
  const [head, claims, signature] = token;
  return { ...all, id_token: [head, encoded({ ...decoded(claims), [name]: value }), signature].join('.') };
}

function unsigned(body: unknown): unknown {
  const { all, token } = parts(body);
  return { ...all, id_token: [encoded({ alg: 'none' }), token[1], ''].join('.') };
}

describe('a provider that is away', () => {
  const serverWith = (provider: ReturnType<typeof providerAt> | null) =>
    createServer(house.context, {
      config: { webUrl: 'http://localhost', proxies: 0, evidenceMaxBytes, sampleAllowed: false, mailPage: null },
      logger: silentLogger,
      pages: 'nowhere',
      provider,
    });
  const headers = { host: 'localhost' };
  const begun = (api: Awaited<ReturnType<typeof serverWith>>, lang = 'en') =>
    api.inject({ method: 'POST', url: `/api/session/openid?lang=${lang}`, headers });

  test('is told in the reader’s language, keeps nobody from the password, and is asked again', async () => {
    const gone = await startIdentityProvider('http://localhost');
    await gone.close();
    const api = await serverWith(providerAt(gone.issuer));
    const answers = [await begun(api), await begun(api, 'zh')];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 503]);
    expect(answers.map((answer) => answer.json<{ message: string }>().message)).toEqual([
      expect.stringContaining('Signing in with “Bureau login” is not possible'),
      expect.stringContaining('暂时无法用“Bureau login”登录'),
    ]);
    const payload = { email: cast.wang.email, password };
    const local = await api.inject({ method: 'POST', url: '/api/session', payload, headers });
    expect(local.statusCode).toBe(200);
    await api.close();
  });

  test('is found again when it is back', async () => {
    let isAway = true;
    const back = await startIdentityProvider('http://localhost');
    back.alter = (path, body) => (isAway && path.startsWith('/.well-known') ? { issuer: 'http://127.0.0.1:1' } : body);
    const api = await serverWith(providerAt(back.issuer));
    expect((await begun(api)).statusCode).toBe(503);
    isAway = false;
    expect((await begun(api)).statusCode).toBe(200);
    expect((await begun(api)).statusCode).toBe(200);
    // Once found it is not looked for at each sign-in.
    expect(back.asked.filter((path) => path.startsWith('/.well-known'))).toHaveLength(2);
    await back.close();
    await api.close();
  });

  test('keeps nobody signed in who signs out', async () => {
    await allow(cast.wang);
    const { own } = await signIn();
    const gone = await startIdentityProvider('http://localhost');
    await gone.close();
    const api = await serverWith(providerAt(gone.issuer));
    const out = await api.inject({ method: 'DELETE', url: '/api/session', headers, cookies: own });
    expect(out.statusCode).toBe(204);
    expect((await api.inject({ url: '/api/session', headers, cookies: own })).statusCode).toBe(401);
    await api.close();
  });

  test('and was never set up is not offered', async () => {
    const api = await serverWith(null);
    expect((await api.inject({ url: '/api/installation', headers })).json()).toMatchObject({ openid: null });
    expect((await begun(api)).json()).toMatchObject({ code: 'openidOff' });
    await api.close();
  });
});
