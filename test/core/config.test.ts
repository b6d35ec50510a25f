import { describe, expect, test } from 'vitest';
import { parseConfig, type Config, type ConfigProblem, type Env } from '../../core/config.ts';

const databaseUrl = 'postgres://rectify:secret@127.0.0.1:5432/rectify';

function configOf(env: Env): Config {
  const read = parseConfig({ DATABASE_URL: databaseUrl, ...env });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.config;
}

function problemsOf(env: Env): readonly ConfigProblem[] {
  const read = parseConfig(env);
  return 'problems' in read ? read.problems : [];
}

describe('the configuration', () => {
  test('needs nothing but a database', () => {
    expect(configOf({})).toEqual({
      databaseUrl,
      temporalAddress: '127.0.0.1:7233',
      temporalNamespace: 'default',
      smtpUrl: null,
      mailFrom: '整改督办 Rectify <rectify@localhost>',
      webUrl: 'http://127.0.0.1:3000',
      host: '127.0.0.1',
      port: 3000,
      sealKeyFile: null,
      trustedKeysFile: null,
      payloadKeysFile: null,
      evidenceDir: '.data/evidence',
      evidenceMaxBytes: 50 * 1024 * 1024,
      scanner: null,
      locale: 'zh-CN',
      sampleAllowed: false,
      mailPage: null,
      openid: null,
      logLevel: 'info',
      rehearsal: null,
      sessionIdleMs: 3_600_000,
      proxies: 0,
    });
  });

  test('takes proxies by number or by network, and nothing else', () => {
    expect(configOf({ RECTIFY_PROXIES: '2' }).proxies).toBe(2);
    expect(configOf({ RECTIFY_PROXIES: '10.0.0.0/8, ::1' }).proxies).toEqual(['10.0.0.0/8', '::1']);
    for (const value of ['on', 'true', '-1', 'proxy.example'])
      expect(parseConfig({ DATABASE_URL: databaseUrl, RECTIFY_PROXIES: value })).toEqual({
        problems: [{ name: 'RECTIFY_PROXIES', code: 'notProxies', allowed: '0–9, 10.0.0.0/8', given: value }],
      });
  });

  test('takes a place for rehearsals whole or not at all', () => {
    const env = {
      RECTIFY_REHEARSAL_DATABASE_URL: 'postgres://stage:secret@127.0.0.1:5432/stage',
      RECTIFY_REHEARSAL_SERVER: '/opt/temporal-test-server',
    };
    const rehearsal = { databaseUrl: env.RECTIFY_REHEARSAL_DATABASE_URL, server: env.RECTIFY_REHEARSAL_SERVER };
    expect(configOf(env).rehearsal).toEqual(rehearsal);
    for (const missing of Object.keys(env)) {
      const [problem] = problemsOf({ DATABASE_URL: databaseUrl, ...env, [missing]: '' });
      expect(problem).toMatchObject({ name: missing, code: 'missing' });
    }
  });

  test('takes an identity provider whole or not at all, and without TLS on this machine alone', () => {
    const env = {
      RECTIFY_OPENID_ISSUER: 'https://login.example.cn/bureau',
      RECTIFY_OPENID_CLIENT_ID: 'rectify',
      RECTIFY_OPENID_CLIENT_SECRET_FILE: 'secrets/openid',
    };
    const openid = { issuer: env.RECTIFY_OPENID_ISSUER, clientId: 'rectify', clientSecretFile: 'secrets/openid' };
    expect(configOf(env).openid).toEqual({ ...openid, name: 'login.example.cn' });
    expect(configOf({ ...env, RECTIFY_OPENID_NAME: '政务网' }).openid).toEqual({ ...openid, name: '政务网' });
    const problems = (given: Env) =>
      problemsOf({ DATABASE_URL: databaseUrl, ...given }).map(({ name, code }) => `${name} ${code}`);
    for (const name of Object.keys(env)) expect(problems({ ...env, [name]: '' })).toEqual([`${name} missing`]);
    expect(problems({ RECTIFY_OPENID_NAME: '政务网' })).toHaveLength(3);
    for (const issuer of ['http://127.0.0.1:3001', 'http://localhost/op', 'http://[::1]:9'])
      expect(configOf({ ...env, RECTIFY_OPENID_ISSUER: issuer }).openid?.issuer).toBe(issuer);
    for (const issuer of [
      'http://login.example.cn',
      'http://localhost.example.cn',
      'http://127.0.0.1.example.cn',
      'login',
    ])
      expect(problems({ ...env, RECTIFY_OPENID_ISSUER: issuer })).toEqual(['RECTIFY_OPENID_ISSUER notAnAddress']);
  });

  test('takes a virus scanner by port or by socket, and no other place', () => {
    for (const place of ['tcp://clamav:3310', 'tcp://[::1]:3310', 'unix:///run/clamav/clamd.ctl'])
      expect(configOf({ RECTIFY_SCANNER: place }).scanner).toBe(place);
    expect(configOf({}).scanner).toBeNull();
    for (const place of ['clamav:3310', 'tcp://clamav', 'http://clamav:3310', 'unix://clamd.ctl'])
      expect(problemsOf({ DATABASE_URL: databaseUrl, RECTIFY_SCANNER: place }).map(({ name }) => name)).toEqual([
        'RECTIFY_SCANNER',
      ]);
  });

  test('takes PORT, and RECTIFY_PORT before it', () => {
    expect(configOf({ PORT: '4000' }).port).toBe(4000);
    expect(configOf({ PORT: '4000', RECTIFY_PORT: '5000' })).toMatchObject({
      port: 5000,
      webUrl: 'http://127.0.0.1:5000',
    });
  });

  test('reads a variable set to nothing as one left out', () => {
    expect(configOf({ PORT: '', SMTP_URL: '', RECTIFY_SAMPLE: '' })).toMatchObject({
      port: 3000,
      smtpUrl: null,
      sampleAllowed: false,
    });
  });

  test('drops the slash at the end of the page address', () => {
    expect(configOf({ RECTIFY_WEB_URL: 'https://zg.yunling.example/' }).webUrl).toBe('https://zg.yunling.example');
  });

  test('carries what mails say about the office', () => {
    const env = {
      RECTIFY_MAIL_REPLY_TO: 'zg@yunling.example',
      RECTIFY_MAIL_CONTACT: '0000-5550123',
      RECTIFY_LETTER_PREFIX: '云水整督',
      RECTIFY_MAILS_PER_MINUTE: '30',
    };
    expect(configOf(env)).toMatchObject({
      replyTo: 'zg@yunling.example',
      contact: '0000-5550123',
      letterPrefix: '云水整督',
      mailsPerMinute: 30,
    });
  });

  test('names the files of keys that a process cannot do without', () => {
    const read = parseConfig({ DATABASE_URL: 'postgres://x@y/z' }, 'RECTIFY_SEAL_KEY_FILE');
    expect(read).toEqual({
      problems: [{ name: 'RECTIFY_SEAL_KEY_FILE', code: 'missing', allowed: 'secrets/seal.pem', given: '' }],
    });
  });

  test('tells every problem at once', () => {
    const env = {
      PORT: '0',
      RECTIFY_EVIDENCE_MAX_MB: '2.5',
      RECTIFY_LANG: 'fr',
      TEMPORAL_ADDRESS: 'http://x',
      SMTP_URL: 'mail',
      RECTIFY_MAIL_FROM: '整改办',
      RECTIFY_MAIL_REPLY_TO: 'a@x, b@x',
    };
    expect(problemsOf(env).map(({ name, code }) => `${name} ${code}`)).toEqual([
      'PORT notAPort',
      'TEMPORAL_ADDRESS notAnAddress',
      'SMTP_URL notAnAddress',
      'DATABASE_URL missing',
      'RECTIFY_MAIL_FROM notAnAddress',
      'RECTIFY_MAIL_REPLY_TO notAnAddress',
      'RECTIFY_EVIDENCE_MAX_MB notAWholeNumber',
      'RECTIFY_LANG notOneOf',
    ]);
  });

  test('never repeats an address, which may hold a password', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://root:secret@db' })).toEqual([
      {
        name: 'DATABASE_URL',
        code: 'notAnAddress',
        allowed: 'postgres://rectify:secret@db.example:5432/rectify',
        given: '',
      },
    ]);
  });

  test('knows which name a misspelt one most likely meant', () => {
    const [problem] = problemsOf({ DATABASE_URL: databaseUrl, RECTIFY_EVIDENSE_DIR: '/x' });
    expect(problem).toEqual({
      name: 'RECTIFY_EVIDENSE_DIR',
      code: 'misspeltName',
      allowed: 'RECTIFY_EVIDENCE_DIR',
      given: 'RECTIFY_EVIDENSE_DIR',
    });
  });

  test('names all of its own where none is near', () => {
    const [problem] = problemsOf({ DATABASE_URL: databaseUrl, RECTIFY_SOMETHING_ELSE: '1' });
    expect(problem?.code).toBe('unknownName');
    expect(problem?.allowed).toContain('RECTIFY_PORT, RECTIFY_HOST');
  });

  test('leaves names of others alone', () => {
    expect(
      problemsOf({ DATABASE_URL: databaseUrl, RECTIFY_DATA_DIR: '/x', PATH: '/bin', TEMPORAL_TLS: 'true' }),
    ).toEqual([]);
  });
});
