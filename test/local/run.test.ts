import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { startSmtpSink, type SmtpSink } from '../support/smtp.ts';
import { startTestTemporal, temporalPath, type TestTemporal } from '../support/temporal.ts';
import { allGone, installation, type Attempt, type Installation } from './stand-in/launcher.ts';

const standIn = (file: string) => join(import.meta.dirname, 'stand-in', file);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const mailsOf = async (place: Installation) =>
  (await (await fetch(`http://127.0.0.1:${place.ports.mails}/api/mails`)).json()) as { subject: string }[];

/** The environment the API was given. */
const told = async (place: Installation) => (await fetch(`http://127.0.0.1:${place.ports.web}`)).json();

/** Fetched once, so that no start below has to. */
beforeAll(async () => void (await temporalPath()), 120_000);

describe('one installation from start to start', { timeout: 60_000 }, () => {
  let place: Installation;
  let last: Attempt | undefined;
  beforeAll(async () => {
    place = await installation();
  });
  afterAll(async () => {
    if (last !== undefined && (await Promise.race([last.ended, pause(0).then(() => 'runs')])) === 'runs')
      last.signal('SIGTERM');
    await last?.ended;
    place.remove();
  });
  const start = (env?: NodeJS.ProcessEnv) => (last = place.start(env));

  it('starts everything, says where it is, and leaves no process after a Ctrl-C that npm passes on twice', async () => {
    const attempt = start();
    await attempt.says('started 1 as rectify_app');
    expect(attempt.output()).toContain('Making the database …');
    expect(attempt.output()).toMatch(
      new RegExp(
        `^Ready  web http://127.0.0.1:${place.ports.web}  ·  mails .*  ·  Temporal .*  ·  API docs .*/api/docs$`,
        'm',
      ),
    );
    expect(await mailsOf(place)).toMatchObject([{ subject: '【整改督办】3项待办' }]);
    expect(await told(place)).toMatchObject({
      TEMPORAL_ADDRESS: `127.0.0.1:${place.ports.temporal}`,
      RECTIFY_MAIL_PAGE: `http://127.0.0.1:${place.ports.mails}`,
      RECTIFY_EVIDENCE_DIR: join(place.root, '.data', 'evidence'),
      RECTIFY_SAMPLE: 'on',
    });
    expect(await told(place)).not.toHaveProperty('RECTIFY_SMTP_PORT');
    const children = attempt.children();
    expect(children.map(({ name }) => name).sort()).toEqual(['api', 'postgres', 'temporal', 'worker']);
    if (existsSync('/proc/self')) expect(attempt.memory() / 2 ** 20).toBeLessThan(1228);
    attempt.signal('SIGINT');
    await pause(30);
    attempt.signal('SIGINT');
    expect(await attempt.ended).toBe(0);
    expect(await allGone(children)).toBe(true);
    expect(attempt.output()).toMatch(/Stopped\.\n$/);
  });

  it('finds everything as it was, within 15 seconds, and is the only one in its folder', async () => {
    const begun = performance.now();
    const attempt = start();
    await attempt.says('started 2 as rectify_app');
    expect(performance.now() - begun).toBeLessThan(15_000);
    expect(attempt.output()).not.toContain('Making the database');
    expect(await mailsOf(place)).toHaveLength(2);

    const second = place.start();
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`is in use by another running Rectify (process ${attempt.pid})`);
    expect(second.output()).toContain('正由另一个运行中的 Rectify');
  });

  it('takes all processes with it when it is killed', async () => {
    const attempt = last as Attempt;
    const children = attempt.children();
    expect(children).toHaveLength(4);
    attempt.signal('SIGKILL');
    await attempt.ended;
    expect(await allGone(children, 15_000)).toBe(true);
  });

  it('starts again after that, and begins anew each part of it that dies, while the others live on', async () => {
    const attempt = start();
    await attempt.says('started 3 as rectify_app');
    const begun = new Map(attempt.children().map(({ name, pid }) => [name, pid]));
    for (const name of ['worker', 'temporal', 'api', 'postgres']) {
      process.kill(begun.get(name) ?? 0, 'SIGKILL');
      await attempt.says(`${name} runs again.`);
      const now = attempt.children();
      expect(now.filter(({ pid }) => ![...begun.values()].includes(pid)).map((child) => child.name)).toEqual([name]);
      expect(now).toHaveLength(4);
      for (const child of now) begun.set(child.name, child.pid);
    }
    expect(attempt.output()).toContain('worker stopped unexpectedly (SIGKILL). It is started again in 0.5 s.');
    expect(await told(place)).toMatchObject({ RECTIFY_SAMPLE: 'on' });
    const children = attempt.children();
    attempt.signal('SIGINT');
    expect(await attempt.ended).toBe(0);
    expect(await allGone(children)).toBe(true);
  });

  it('gives up a part that dies again and again, with its last words and the way out', async () => {
    const rule = { firstPauseMs: 20, longestPauseMs: 40, mostInARow: 3 };
    const attempt = start({ STAND_IN_WORKER: standIn('brief.ts'), STAND_IN_RESTARTS: JSON.stringify(rule) });
    await attempt.says('Ready');
    const children = attempt.children();
    expect(await attempt.ended).toBe(1);
    const reason = 'code 7): "Error: the stand-in has no strength"';
    for (const seconds of [0.02, 0.04, 0.04])
      expect(attempt.output()).toContain(
        `worker stopped unexpectedly (${reason}. It is started again in ${seconds} s.`,
      );
    expect(attempt.output()).toContain(
      'worker ended 4 times in a row (code 7) and was given up; its last words: "Error: the stand-in has no strength". Everything was stopped',
    );
    expect(attempt.output()).toContain('worker 连续 4 次意外停止（code 7），不再重新启动');
    expect(await allGone(children)).toBe(true);
  });

  it('ends at once on Ctrl-C while a part of it waits to be begun again', async () => {
    const attempt = start({ STAND_IN_RESTARTS: JSON.stringify({ firstPauseMs: 60_000, longestPauseMs: 60_000 }) });
    await attempt.says('Ready');
    const children = attempt.children();
    process.kill(children.find(({ name }) => name === 'worker')?.pid ?? 0, 'SIGKILL');
    await attempt.says('It is started again in 60 s.');
    const asked = performance.now();
    attempt.signal('SIGINT');
    expect(await attempt.ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(8000);
    expect(await allGone(children)).toBe(true);
  });

  it.each(['SIGTERM', 'SIGHUP'] as const)(
    'stops on %s as on Ctrl-C, even while it is still starting',
    async (signal) => {
      const attempt = start({ STAND_IN_WORKER: standIn('silent.ts') });
      await attempt.says('Starting worker');
      await pause(300);
      const children = attempt.children();
      expect(children.map(({ name }) => name)).toContain('worker');
      attempt.signal(signal);
      expect(await attempt.ended).toBe(0);
      expect(await allGone(children)).toBe(true);
    },
  );

  it('stops when npm’s shell was ended above it', async () => {
    const attempt = (last = place.startInShell());
    await attempt.says('Ready');
    const children = attempt.children();
    attempt.signal('SIGTERM');
    await attempt.ended;
    expect(await allGone(children)).toBe(true);
    expect(attempt.output()).toMatch(/Stopped\.\n$/);
  });

  it('is ended by force by a second Ctrl-C', async () => {
    const attempt = start({ STAND_IN_WORKER: standIn('stubborn.ts') });
    await attempt.says('Ready');
    const children = attempt.children();
    attempt.signal('SIGINT');
    await pause(700);
    attempt.signal('SIGINT');
    expect(await attempt.ended).toBe(130);
    expect(await allGone(children)).toBe(true);
  });

  it('quotes a worker that cannot start, and stops the rest', async () => {
    const attempt = start({ STAND_IN_WORKER_FAILS: 'start' });
    await attempt.says('Starting worker');
    const children = attempt.children();
    expect(await attempt.ended).toBe(1);
    expect(attempt.output()).toContain('worker could not start (code 3)');
    expect(attempt.output()).toContain('  | the stand-in cannot start');
    expect(await allGone(children)).toBe(true);
  });

  it('says that Temporal’s file is damaged, and what then', async () => {
    writeFileSync(join(place.root, '.data', 'temporal.db'), 'not a database');
    const attempt = start();
    expect(await attempt.ended).toBe(1);
    expect(attempt.output()).toContain('the timers of open items are kept in it');
    expect(existsSync(join(place.root, '.data', 'running.json'))).toBe(false);
    rmSync(join(place.root, '.data', 'temporal.db'));
  });

  it('says that the database is damaged, and what then', async () => {
    writeFileSync(join(place.root, '.data', 'postgres', 'global', 'pg_control'), 'garbage');
    const attempt = start();
    expect(await attempt.ended).toBe(1);
    expect(attempt.output()).toMatch(/The database in .* cannot be opened/);
    expect(existsSync(join(place.root, '.data', 'running.json'))).toBe(false);
  });
});

describe('what stands in the way of a first start', { timeout: 60_000 }, () => {
  let place: Installation;
  beforeEach(async () => {
    place = await installation();
  });
  afterEach(() => place.remove());

  it('is a port that another program has', async () => {
    const other = createServer().listen(place.ports.smtp, '127.0.0.1');
    const attempt = place.start();
    expect(await attempt.ended).toBe(1);
    other.close();
    expect(attempt.output()).toContain(`Port ${place.ports.smtp} (SMTP) is taken by another program.`);
    expect(attempt.output()).toContain(`RECTIFY_SMTP_PORT=${place.ports.smtp + 1}`);
    expect(readdirSync(join(place.root, '.data'))).toEqual([]);
  });

  it('is a machine without Python, and nothing is left running', async () => {
    const bin = join(place.root, 'bin');
    mkdirSync(bin);
    for (const name of ['id', 'locale']) {
      for (const folder of ['/usr/bin', '/bin']) {
        if (existsSync(join(folder, name)) && !existsSync(join(bin, name)))
          symlinkSync(join(folder, name), join(bin, name));
      }
    }
    const attempt = place.start({ PATH: bin, RECTIFY_CACHE_DIR: join(place.root, '.cache') });
    expect(await attempt.ended).toBe(1);
    expect(attempt.output()).toContain('Fetching the Temporal server needs python3, which is not here.');
    expect(attempt.output()).toContain('获取 Temporal 服务需要 python3，本机没有。');
    // The database may have been in the making: it is whole or not there at all, and nothing half done lies about.
    const whole = ['logs', 'mails', 'postgres', 'postgres-passwords.json'];
    expect(readdirSync(join(place.root, '.data')).filter((name) => !whole.includes(name))).toEqual([]);
    expect(existsSync(join(place.root, '.data', 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('is a checkout that is not whole', async () => {
    const attempt = place.start({ STAND_IN_WORKER: standIn('nowhere.ts') });
    expect(await attempt.ended).toBe(1);
    expect(attempt.output()).toContain('nowhere.ts is missing: the installation is incomplete.');
    expect(readdirSync(join(place.root, '.data'))).toEqual([]);
  });

  it('is every setting that cannot be understood, all at once', async () => {
    const attempt = place.start({ PORT: 'web', RECTIFY_SMTP_PROT: '25' });
    expect(await attempt.ended).toBe(1);
    expect(attempt.output()).toContain('PORT is "web". A port is a number');
    expect(attempt.output()).toContain('Perhaps RECTIFY_SMTP_PORT is meant');
    expect(existsSync(join(place.root, '.data'))).toBe(false);
  });
});

describe('services that exist already', { timeout: 60_000 }, () => {
  let place: Installation;
  let postgres: TestPostgres;
  let temporal: TestTemporal;
  let sink: SmtpSink;
  beforeAll(async () => {
    [place, postgres, temporal, sink] = await Promise.all([
      installation(),
      startTestPostgres(),
      startTestTemporal(),
      startSmtpSink(),
    ]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([postgres.stop(), temporal.stop(), sink.stop()]);
    place.remove();
  });
  const outside = () => ({ DATABASE_URL: postgres.url, TEMPORAL_ADDRESS: temporal.address, SMTP_URL: sink.url });

  it('are used, and ours are not started', async () => {
    const attempt = place.start(outside());
    await attempt.says('started 1 as rectify_app');
    expect(
      attempt
        .children()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['api', 'worker']);
    expect(attempt.output()).toMatch(/^Ready +web \S+ +· +API docs \S+$/m);
    expect(attempt.output()).toContain('postgres://rectify:***@');
    expect(sink.to('wang@example.cn')).toHaveLength(1);
    for (const name of ['RECTIFY_SAMPLE', 'RECTIFY_MAIL_PAGE']) expect(await told(place)).not.toHaveProperty(name);
    attempt.signal('SIGINT');
    expect(await attempt.ended).toBe(0);
  });

  it.each([
    ['DATABASE_URL', 'postgres://rectify:secret@127.0.0.1:9/rectify'],
    ['TEMPORAL_ADDRESS', '127.0.0.1:9'],
    ['SMTP_URL', 'smtp://127.0.0.1:9'],
  ])('are missed when %s does not answer', async (name, address) => {
    const attempt = place.start({ ...outside(), [name]: address });
    expect(await attempt.ended).toBe(1);
    expect(attempt.output()).toContain(`The service that ${name} names`);
    expect(attempt.output()).not.toContain('secret');
  });
});
