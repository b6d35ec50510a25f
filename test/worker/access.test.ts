/** The way to Temporal over real lines: TLS and certificates are used when they are set, and what is wrong with them is told. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { NativeConnection } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { authority, type Certified } from '../support/certificates.ts';
import { configOf } from '../support/context.ts';
import { programs } from '../support/program.ts';
import { keyFiles } from '../support/seals.ts';
import { tlsFront, type TlsFront } from '../support/tls-front.ts';
import { connectTemporal } from '../../client/temporal.ts';
import { temporalTroubleText } from '../../core/i18n/temporal-trouble.ts';
import type { TemporalTrouble } from '../../core/temporal-trouble.ts';
import { freePort } from '../../local/ports.ts';
import { accessOf } from '../../wire/access.ts';
import { troubleOf } from '../../wire/trouble.ts';
import { registerSearchAttributes } from '../../worker/search-attributes.ts';

const [trusted, foreign] = [authority('ours'), authority('theirs')];
const name = 'temporal.test';
const plain = inject('temporalAddress');
let tls: TlsFront;
let mutual: TlsFront;

beforeAll(async () => {
  tls = await tlsFront(plain, trusted.certify(name), null);
  mutual = await tlsFront(plain, trusted.certify(name), trusted);
});
afterAll(() => {
  tls.stop();
  mutual.stop();
});

const ca = { TEMPORAL_TLS_SERVER_CA_CERT_DATA: trusted.certificate };
const named = { ...ca, TEMPORAL_TLS_SERVER_NAME: name };
const as = ({ certificate, key }: Certified) => ({
  TEMPORAL_TLS_CLIENT_CERT_DATA: certificate,
  TEMPORAL_TLS_CLIENT_KEY_DATA: key,
});
const known = { ...named, ...as(trusted.certify('worker')) };

const settings = (address: string, more: Readonly<Record<string, string>>) => ({
  DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
  TEMPORAL_ADDRESS: address,
  TEMPORAL_CONFIG_FILE: join(import.meta.dirname, 'no-profile.toml'),
  ...keyFiles,
  ...more,
});

async function trouble(address: string, more: Readonly<Record<string, string>>): Promise<TemporalTrouble | null> {
  const env = settings(address, more);
  const access = accessOf(configOf(env), env);
  try {
    const connection = await NativeConnection.connect(access.connection);
    await registerSearchAttributes(connection.operatorService, access.namespace).finally(() => connection.close());
    return null;
  } catch (error) {
    const found = troubleOf(error, access);
    if (found === null) throw error;
    return found;
  }
}

async function runs(address: string, more: Readonly<Record<string, string>>): Promise<string> {
  const env = settings(address, more);
  const temporal = connectTemporal(configOf(env), env);
  const health = await temporal.health();
  await temporal.close();
  return health.runs;
}

describe('worker and use cases', () => {
  it('reach a server over TLS, and one that asks for a certificate with theirs', async () => {
    for (const [front, env] of [
      [tls, named],
      [mutual, known],
    ] as const) {
      const before = front.passed;
      expect(await trouble(front.address, env)).toBeNull();
      expect(await runs(front.address, env)).toBe('ready');
      expect(front.passed).toBeGreaterThan(before + 1);
    }
  });

  it('take a server that they cannot trust, or that does not trust them, for away', async () => {
    for (const [address, env] of [
      [plain, named],
      [tls.address, {}],
      [tls.address, { ...named, TEMPORAL_TLS_SERVER_CA_CERT_DATA: foreign.certificate }],
      [mutual.address, named],
    ] as const)
      expect(await runs(address, env)).toBe('away');
  }, 30_000);
});

describe('what keeps the worker from the server', () => {
  it.each<[TemporalTrouble, () => string, Readonly<Record<string, string>>]>([
    ['speaksNoTls', () => plain, named],
    ['speaksNoTls', () => plain, { TEMPORAL_API_KEY: 'a-key' }],
    ['wantsTls', () => tls.address, {}],
    ['untrusted', () => tls.address, { ...named, TEMPORAL_TLS_SERVER_CA_CERT_DATA: foreign.certificate }],
    ['untrusted', () => tls.address, { TEMPORAL_TLS: 'true', TEMPORAL_TLS_SERVER_NAME: name }],
    ['otherName', () => tls.address, ca],
    ['refusesCertificate', () => mutual.address, named],
    ['refusesCertificate', () => mutual.address, { ...named, ...as(foreign.certify('worker')) }],
    ['noNamespace', () => plain, { TEMPORAL_NAMESPACE: 'nowhere' }],
  ])('is told: %s', async (told, address, env) => {
    expect(await trouble(address(), env)).toBe(told);
  });

  it('is told when nothing answers', async () => {
    expect(await trouble(`127.0.0.1:${await freePort()}`, {})).toBe('away');
  });

  it('is said in both languages by the process, as its last words', () => {
    const env = settings(plain, { ...named, SMTP_URL: 'smtp://127.0.0.1:9', RECTIFY_LOG_LEVEL: 'silent' });
    const { status, stderr } = spawnSync(process.execPath, [programs.worker], {
      cwd: join(import.meta.dirname, '..', '..'),
      encoding: 'utf8',
      env,
    });
    expect(status).toBe(1);
    const place = { address: plain, namespace: 'default' };
    const sentences = (['zh-CN', 'en'] as const).map((locale) => temporalTroubleText('speaksNoTls', place, locale));
    expect(stderr.trimEnd().split('\n').slice(-2)).toEqual(sentences);
    expect(stderr).not.toContain('BEGIN');
  });
});
