/** A certified identity provider in this process, and a browser that goes there and comes back. */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export const clientId = 'rectify';
/** Signs that a header must escape (RFC 6749 §2.3.1). */
export const clientSecret = 'a+secret/with: signs=';

interface SignsInAs {
  readonly sub: string;
  readonly email: string;
  readonly isVerified?: boolean;
  /** RFC 8176. */
  readonly amr?: readonly string[];
}

export interface IdentityProvider {
  readonly issuer: string;
  /** Who sits before the browser. */
  who: SignsInAs;
  /** What the provider says on a path, before it goes out. */
  alter: (path: string, body: unknown) => unknown;
  /** Asked so far, by path. */
  readonly asked: string[];
  /** How it reaches us, server to server. */
  tell: (body: string) => Promise<Response>;
  /** Every logout token that it sent. */
  readonly logouts: string[];
  /** What the provider would sign of this, for us. */
  sign(claims: object, head?: object): string;
  close(): Promise<void>;
}

/** @param webUrl the only place it sends browsers back to */
export async function startIdentityProvider(webUrl: string): Promise<IdentityProvider> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const told: IdentityProvider = {
    issuer,
    who: { sub: 'nobody', email: 'nobody@yunling.example' },
    alter: (_, body) => body,
    asked: [],
    tell: async () => new Response(null, { status: 204 }),
    logouts: [],
    sign: (claims, head = {}) => signed(privateKey, { alg: 'RS256', ...head }, claims),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const provider: Provider = new Provider(issuer, {
    jwks: { keys: [privateKey.export({ format: 'jwk' })] },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${webUrl}/signed-in-elsewhere`],
        post_logout_redirect_uris: [`${webUrl}/sign-in`],
        backchannel_logout_uri: `${webUrl}/api/session/openid/logout`,
        backchannel_logout_session_required: true,
      },
    ],
    cookies: { keys: ['keys of a test'] },
    claims: { openid: ['sub', 'amr', 'acr'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    fetch: (_, sent) => {
      const form = sent?.body instanceof URLSearchParams ? sent.body.toString() : '';
      told.logouts.push(new URLSearchParams(form).get('logout_token') ?? '');
      return told.tell(form);
    },
    pkce: { required: () => true },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => {
      const { email, isVerified = true } = told.who;
      return { accountId: sub, claims: () => ({ sub, email, email_verified: isVerified }) };
    },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (ctx, next) => {
    told.asked.push(ctx.path);
    await next();
    ctx.body = told.alter(ctx.path, ctx.body);
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return void answer(request, response);
    const { sub: accountId, amr } = told.who;
    const login = { accountId, ...(amr === undefined ? {} : { amr: [...amr] }) };
    void provider.interactionFinished(request, response, { login });
  });
  return told;
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function signed(key: KeyObject, head: object, claims: object): string {
  const said = `${encoded(head)}.${encoded(claims)}`;
  return `${said}.${sign('RSA-SHA256', Buffer.from(said), key).toString('base64url')}`;
}

/** What a browser keeps of the provider, by name. */
export type Jar = Map<string, string>;

async function ask(at: URL, jar: Jar, form: Readonly<Record<string, string>> | null = null): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const sent = form === null ? {} : { method: 'POST', body: new URLSearchParams(form) };
  const response = await fetch(at, { ...sent, redirect: 'manual', headers: { cookie } });
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') jar.delete(name);
    else jar.set(name, value);
  }
  return response;
}

/** @returns the address of ours that the provider sends the browser back to */
export async function goThere(address: string, jar: Jar = new Map()): Promise<URL> {
  let at = new URL(address);
  const { origin } = at;
  while (at.origin === origin) {
    const response = await ask(at, jar);
    const next = response.headers.get('location');
    if (next === null) throw new Error(`the provider stays at ${at.pathname}: ${await response.text()}`);
    at = new URL(next, at);
  }
  return at;
}

/** Signs out there, with a yes to its question. @returns the address of ours that it sends the browser back to */
export async function signOutThere(address: string, jar: Jar): Promise<string | null> {
  const page = await (await ask(new URL(address), jar)).text();
  const [, action = ''] = /action="([^"]+)"/.exec(page) ?? [];
  const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page) ?? [];
  const response = await ask(new URL(action), jar, { xsrf, logout: 'yes' });
  return response.headers.get('location');
}
