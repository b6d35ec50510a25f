/**
 * How our processes reach the Temporal server. TLS, API key and a TOML profile come in by Temporal's own variables; what is wrong
 * with these is told before anything is asked of a server, for the SDK passes some of it over in silence.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { loadClientConfigProfile, toClientOptions, type ClientConnectConfig } from '@temporalio/envconfig';
import type { Config, Env } from '../core/config.ts';

export interface Access {
  readonly connection: ClientConnectConfig['connectionOptions'] & { readonly address: string };
  readonly namespace: string;
}

/**
 * A variable set to nothing counts as not set.
 *
 * @throws when a file of TLS cannot be read or holds something else, a certificate comes without its key, or a key without TLS
 */
export function accessOf(config: Pick<Config, 'temporalAddress' | 'temporalNamespace'>, env: Env): Access {
  const given = Object.entries(env).filter((entry): entry is [string, string] => (entry[1] ?? '') !== '');
  const profile = loadClientConfigProfile({ overrideEnvVars: Object.fromEntries(given) });
  const { clientCert, clientKey } = profile.tls ?? {};
  if ((clientCert === undefined) !== (clientKey === undefined))
    throw new Error('TEMPORAL_TLS_CLIENT_CERT and TEMPORAL_TLS_CLIENT_KEY go together: one of them is missing');
  const { connectionOptions, namespace } = toClientOptions(profile);
  checkTls(connectionOptions.tls);
  if (connectionOptions.apiKey !== undefined && connectionOptions.tls === false)
    throw new Error('TEMPORAL_API_KEY is sent over TLS only, and TEMPORAL_TLS is false');
  return {
    connection: { ...connectionOptions, address: connectionOptions.address ?? config.temporalAddress },
    namespace: namespace ?? config.temporalNamespace,
  };
}

function checkTls(tls: Access['connection']['tls']): void {
  if (typeof tls !== 'object' || tls === null) return;
  const { serverRootCACertificate, clientCertPair } = tls;
  if (serverRootCACertificate) checked('TEMPORAL_TLS_SERVER_CA_CERT', 'certificate', serverRootCACertificate);
  if (!clientCertPair) return;
  checked('TEMPORAL_TLS_CLIENT_CERT', 'certificate', clientCertPair.crt);
  checked('TEMPORAL_TLS_CLIENT_KEY', 'private key', clientCertPair.key);
}

/** Its content is never quoted: it may be a key. */
function checked(name: string, kind: 'certificate' | 'private key', pem: Uint8Array): void {
  try {
    if (kind === 'certificate') new X509Certificate(pem);
    else createPrivateKey(Buffer.from(pem));
  } catch {
    throw new Error(`${name} holds no ${kind} (PEM)`);
  }
}
