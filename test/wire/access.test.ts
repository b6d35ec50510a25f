import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authority } from '../support/certificates.ts';
import type { Env } from '../../core/config.ts';
import { accessOf } from '../../wire/access.ts';

const ours = { temporalAddress: '127.0.0.1:7233', temporalNamespace: 'default' };
const folder = mkdtempSync(join(tmpdir(), 'rectify-access-'));
const fileOf = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
/** Hides the profile of whoever runs the tests. */
const access = (env: Env) => accessOf(ours, { TEMPORAL_CONFIG_FILE: join(folder, 'none.toml'), ...env });

const trusted = authority('一个机构');
const { certificate, key } = trusted.certify('worker');
const [caFile, certFile, keyFile] = [
  fileOf('ca.pem', trusted.certificate),
  fileOf('client.pem', certificate),
  fileOf('client.key', key),
];

describe('the way to Temporal', () => {
  it('is plain and on this machine where nothing is set, also where it is set to nothing', () => {
    const { connection, namespace } = access({ TEMPORAL_API_KEY: '', TEMPORAL_TLS: '', TEMPORAL_NAMESPACE: '' });
    expect([connection.address, connection.tls, connection.apiKey, namespace]).toEqual([
      ours.temporalAddress,
      undefined,
      undefined,
      'default',
    ]);
  });

  it('takes authority, certificate, key and name from the environment', () => {
    const { connection } = access({
      TEMPORAL_ADDRESS: 'temporal.example:7233',
      TEMPORAL_TLS_SERVER_CA_CERT_PATH: caFile,
      TEMPORAL_TLS_CLIENT_CERT_PATH: certFile,
      TEMPORAL_TLS_CLIENT_KEY_PATH: keyFile,
      TEMPORAL_TLS_SERVER_NAME: 'temporal.example',
    });
    const { tls } = connection;
    if (typeof tls !== 'object' || tls === null) throw new Error('TLS is not on');
    expect(tls.serverNameOverride).toBe('temporal.example');
    expect(Buffer.from(tls.serverRootCACertificate ?? []).toString()).toBe(trusted.certificate);
    expect(Buffer.from(tls.clientCertPair?.crt ?? []).toString()).toBe(certificate);
    expect(Buffer.from(tls.clientCertPair?.key ?? []).toString()).toBe(key);
  });

  it('is over TLS with an API key, and never sends one without', () => {
    expect(access({ TEMPORAL_API_KEY: 'a-key' }).connection).toMatchObject({ apiKey: 'a-key', tls: true });
    expect(() => access({ TEMPORAL_API_KEY: 'a-key', TEMPORAL_TLS: 'false' })).toThrow(/over TLS only/);
  });

  it('takes a profile, namespace included, and the environment before it', () => {
    const profile = fileOf(
      'profile.toml',
      '[profile.default]\naddress = "cloud.example:7233"\nnamespace = "rectify.a1b2c"\napi_key = "a-key"\n',
    );
    expect(access({ TEMPORAL_CONFIG_FILE: profile })).toMatchObject({
      connection: { address: 'cloud.example:7233', apiKey: 'a-key', tls: true },
      namespace: 'rectify.a1b2c',
    });
    expect(access({ TEMPORAL_CONFIG_FILE: profile, TEMPORAL_NAMESPACE: 'other' }).namespace).toBe('other');
  });

  it.each([
    ['a file that is not there', { TEMPORAL_TLS_SERVER_CA_CERT_PATH: join(folder, 'gone.pem') }, 'gone.pem'],
    ['an authority that is none', { TEMPORAL_TLS_SERVER_CA_CERT_DATA: 'x' }, 'TEMPORAL_TLS_SERVER_CA_CERT holds no'],
    ['a certificate without its key', { TEMPORAL_TLS_CLIENT_CERT_PATH: certFile }, 'go together'],
    ['a key without its certificate', { TEMPORAL_TLS_CLIENT_KEY_PATH: keyFile }, 'go together'],
    [
      'a key in the place of a certificate',
      { TEMPORAL_TLS_CLIENT_CERT_PATH: keyFile, TEMPORAL_TLS_CLIENT_KEY_PATH: keyFile },
      'TEMPORAL_TLS_CLIENT_CERT holds no certificate',
    ],
    [
      'a certificate in the place of a key',
      { TEMPORAL_TLS_CLIENT_CERT_PATH: certFile, TEMPORAL_TLS_CLIENT_KEY_PATH: certFile },
      'TEMPORAL_TLS_CLIENT_KEY holds no private key',
    ],
  ])('is refused with %s, by the name of the setting', (_what, env, told) => {
    expect(() => access(env)).toThrow(told);
    expect(() => access(env)).not.toThrow(key.split('\n')[1] ?? '');
  });
});
