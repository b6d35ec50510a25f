import { describe, expect, it } from 'vitest';
import { knownNames } from '../../core/config.ts';
import { languageOf, localNames, readConfig, type Env } from '../../local/config.ts';

const problemsOf = (env: Env) => {
  const read = readConfig(env, '/checkout');
  return 'problems' in read ? read.problems.map(({ code, facts }) => ({ code, ...facts })) : [];
};

describe('the configuration of one machine', () => {
  it('needs nothing and keeps everything below the checkout', () => {
    expect(readConfig({}, '/checkout')).toEqual({
      config: {
        dataFolder: '/checkout/.data',
        cacheFolder: '/checkout/.cache',
        ports: { web: 3000, postgres: 55432, temporal: 7233, temporalUi: 8233, smtp: 1025, mails: 8025 },
        outside: {},
        temporalSources: ['path', 'sdk', 'pypi'],
        language: 'both',
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
    expect(problemsOf(env).map(({ code }) => code)).toEqual(['bad-port', 'bad-port', 'bad-address', 'bad-address']);
  });

  it('sees that two services were given one port, also when one of them is a default', () => {
    expect(problemsOf({ RECTIFY_MAILS_PORT: '3000' })).toEqual([
      { code: 'same-port', name: 'RECTIFY_MAILS_PORT', other: 'RECTIFY_PORT', port: 3000 },
    ]);
  });

  it('names what a misspelt setting was meant to be, and no other', () => {
    expect(problemsOf({ RECTIFY_POSTGRE_PORT: '6000', RECTIFY_LANG: 'en', RECTIFY_COLOUR: 'red' })).toEqual([
      { code: 'unknown-setting', name: 'RECTIFY_POSTGRE_PORT', meant: 'RECTIFY_POSTGRES_PORT' },
      { code: 'unknown-setting', name: 'RECTIFY_COLOUR', meant: '' },
    ]);
  });

  it('prefers RECTIFY_PORT to PORT, and takes an empty setting for none', () => {
    expect(readConfig({ PORT: '8080', RECTIFY_PORT: '8081' }, '/')).toMatchObject({ config: { ports: { web: 8081 } } });
    expect(readConfig({ PORT: '', RECTIFY_DATA_DIR: '', DATABASE_URL: '' }, '/checkout')).toMatchObject({
      config: { ports: { web: 3000 }, dataFolder: '/checkout/.data', outside: {} },
    });
  });

  it('names the sources a Temporal server may come from', () => {
    expect(problemsOf({ RECTIFY_TEMPORAL_SOURCES: 'docker' })).toMatchObject([{ code: 'bad-choice', value: 'docker' }]);
  });

  it('speaks the language asked for, else the system’s, else both', () => {
    expect(languageOf({ RECTIFY_LANG: 'en', LANG: 'zh_CN.UTF-8' })).toBe('en');
    expect(languageOf({ LANG: 'zh_CN.UTF-8' })).toBe('zh');
    expect(languageOf({ LANG: 'en_GB.UTF-8' })).toBe('en');
    expect(languageOf({ LANG: 'C.UTF-8' })).toBe('both');
  });

  it('reads only names that the application knows of too', () => {
    expect(localNames.filter((name) => !knownNames.includes(name))).toEqual([]);
  });
});
