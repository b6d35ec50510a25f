/** The identity provider (OpenID Connect), and the only file that speaks with it. */
import { readFileSync } from 'node:fs';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import * as openid from 'openid-client';
import type { Logger } from 'pino';
import { Refused } from '../refused.ts';
import type { Config, OpenidConfig } from '../../core/config.ts';
import { isMultiFactor, logoutOf, sidOf, verifiedEmail, type Logout } from '../../core/people/openid.ts';
import { present } from '../../core/present.ts';

/** Where the provider sends the browser back to, on our page: at the sign-in, and after signing out. */
const backTo = '/signed-in-elsewhere';
const outTo = '/sign-in';

/** Of one answer of the provider: whoever waits at the sign-in page still has the password. */
const timeoutSeconds = 5;

/** Of a logout token: old ones are not taken, and so need not be remembered. Two clocks may differ by the second. */
const logoutAgeSeconds = 5 * 60;
const toleranceSeconds = 30;
export const logoutMs = (logoutAgeSeconds + 2 * toleranceSeconds) * 1000;

export interface Provider {
  readonly name: string;
  /** @throws Refused openidAway */
  begin(): Promise<BegunAtProvider>;
  /**
   * @param answer what stood behind the question mark of the address that the provider sent the browser back to
   * @throws Refused openidNotValid where it fits not what was kept, openidAway
   */
  finish(answer: string, kept: Omit<BegunAtProvider, 'address'>): Promise<Proven>;
  /** Where a browser signs out there, too; null where the provider has no such place, or is away. */
  signOutAt(idToken: string): Promise<string | null>;
  /**
   * What the provider says, server to server, about who has signed out there (OpenID Connect Back-Channel Logout 1.0 §2.6).
   *
   * @throws Refused logoutNotValid, openidAway
   */
  readLogout(token: string): Promise<Logout & { readonly issuer: string }>;
}

interface BegunAtProvider {
  /** Where the browser goes. */
  readonly address: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Proven {
  readonly issuer: string;
  readonly subject: string;
  /** For signing out there. */
  readonly idToken: string;
  /** The provider's name of the session there; null where it gives none. */
  readonly sid: string | null;
  readonly isMultiFactor: boolean;
  /** Asked for only where the subject is not known yet. @throws Refused openidAway */
  verifiedEmail(): Promise<string | null>;
}

/** Reads the secret at once, and asks the provider nothing before somebody signs in. */
export function openProvider(
  { issuer, clientId, clientSecretFile, name }: OpenidConfig,
  { webUrl }: Pick<Config, 'webUrl'>,
  logger: Pick<Logger, 'warn'>,
): Provider {
  const secret = readFileSync(clientSecretFile, 'utf8').trim();
  const away = (error: unknown): Refused => {
    logger.warn({ err: error, answer: answerOf(error) }, 'the identity provider does not answer as it should');
    return new Refused({ code: 'openidAway', name });
  };
  let keys: JWTVerifyGetKey | null = null;
  const discovered = remembered(() => discover(issuer, clientId, secret));
  const reach = (): Promise<openid.Configuration> =>
    discovered().catch((error: unknown) => {
      throw away(error);
    });

  return {
    name,
    async begin() {
      const provider = await reach();
      const [state, nonce] = [openid.randomState(), openid.randomNonce()];
      const verifier = openid.randomPKCECodeVerifier();
      const address = openid.buildAuthorizationUrl(provider, {
        redirect_uri: `${webUrl}${backTo}`,
        scope: 'openid email',
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, state, nonce, verifier };
    },

    async finish(answer, { state, nonce, verifier }) {
      const provider = await reach();
      const back = new URL(`${webUrl}${backTo}`);
      back.search = answer;
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
      const tokens = await openid.authorizationCodeGrant(provider, back, checks).catch((error: unknown) => {
        if (isAway(error)) throw away(error);
        logger.warn({ err: error, answer: answerOf(error) }, 'a sign-in at the identity provider is not valid');
        throw new Refused({ code: 'openidNotValid' });
      });
      const claims = present(tokens.claims() ?? null, 'an ID token');
      return {
        issuer: claims.iss,
        subject: claims.sub,
        idToken: present(tokens.id_token ?? null, 'an ID token'),
        sid: sidOf(claims),
        isMultiFactor: isMultiFactor(claims),
        verifiedEmail: async () => {
          if (claims['email'] !== undefined || provider.serverMetadata().userinfo_endpoint === undefined)
            return verifiedEmail(claims);
          const more = await openid.fetchUserInfo(provider, tokens.access_token, claims.sub).catch((error: unknown) => {
            throw away(error);
          });
          return verifiedEmail(more);
        },
      };
    },

    async signOutAt(idToken) {
      const provider = await reach().catch(() => null);
      if (provider?.serverMetadata().end_session_endpoint === undefined) return null;
      const parameters = { id_token_hint: idToken, post_logout_redirect_uri: `${webUrl}${outTo}` };
      return openid.buildEndSessionUrl(provider, parameters).href;
    },

    async readLogout(token) {
      const server = (await reach()).serverMetadata();
      keys ??= keysOf(server);
      const claims = await verified(token, keys, { server, clientId }).catch((error: unknown) => {
        if (isWithoutKeys(error)) throw away(error);
        logger.warn({ err: error }, 'a logout token is not valid');
        throw new Refused({ code: 'logoutNotValid' });
      });
      const logout = logoutOf(claims);
      if (logout === null) throw new Refused({ code: 'logoutNotValid' });
      return { ...logout, issuer: server.issuer };
    },
  };
}

/** Signatures are looked at although the answers come over TLS: a token is kept, and handed on when the person signs out. */
const discover = (issuer: string, clientId: string, secret: string): Promise<openid.Configuration> =>
  openid.discovery(new URL(issuer), clientId, secret, authenticated(secret), {
    timeout: timeoutSeconds,
    execute: [openid.enableNonRepudiationChecks, ...(isThisMachine(issuer) ? [openid.allowInsecureRequests] : [])],
  });

/** In the header, as every provider must understand it (RFC 6749 §2.3.1), but where one says that it does not. */
const authenticated =
  (secret: string): openid.ClientAuth =>
  (server, ...rest) => {
    const { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] } = server;
    const method = methods.includes('client_secret_basic') ? openid.ClientSecretBasic : openid.ClientSecretPost;
    method(secret)(server, ...rest);
  };

/** The provider says where its keys are: over TLS, as all that it says. */
function keysOf({ issuer, jwks_uri: address }: openid.ServerMetadata): JWTVerifyGetKey {
  const at = new URL(present(address ?? null, 'where the identity provider keeps its keys'));
  if (at.protocol !== 'https:' && !isThisMachine(issuer)) throw new Error('the keys of the identity provider need TLS');
  return createRemoteJWKSet(at, { timeoutDuration: timeoutSeconds * 1000 });
}

/** Signed as ID tokens are, for us, and just now. */
async function verified(
  token: string,
  keys: JWTVerifyGetKey,
  { server, clientId }: { readonly server: openid.ServerMetadata; readonly clientId: string },
): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, keys, {
    issuer: server.issuer,
    audience: clientId,
    algorithms: server.id_token_signing_alg_values_supported ?? ['RS256'],
    requiredClaims: ['iat', 'exp', 'jti'],
    maxTokenAge: logoutAgeSeconds,
    clockTolerance: toleranceSeconds,
  });
  return payload;
}

/** A network that nobody else is on needs no TLS. */
const isThisMachine = (issuer: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(issuer).hostname);

/** Asked once, by all who wait for it; what failed is asked again. */
function remembered<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let known: Promise<Answer> | null = null;
  return async () => {
    known ??= ask();
    try {
      return await known;
    } catch (error) {
      known = null;
      throw error;
    }
  };
}

/** No connection, no time, or no answer that a provider would give; and that it does not know us. */
const isAway = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof openid.ResponseBodyError ? error.error === 'invalid_client' || error.status >= 500 : false) ||
  (error instanceof openid.WWWAuthenticateChallengeError && error.status === 401) ||
  (error instanceof openid.ClientError &&
    ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'].includes(
      error.code ?? '',
    ));

/** What is wrong is not the token, but that nobody gave the keys to judge it by. */
const isWithoutKeys = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) ||
  ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'].includes(error.code);

/** RFC 6749 §5.2: a word that stands for what is wrong. Nothing that people wrote. */
const answerOf = (error: unknown): string | null =>
  (error instanceof openid.ResponseBodyError || error instanceof openid.AuthorizationResponseError) &&
  /^[a-z_]{1,60}$/.test(error.error)
    ? error.error
    : null;
