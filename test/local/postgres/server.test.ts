import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Note } from '../../../local/notes.ts';
import { freePort } from '../../../local/ports.ts';
import { ensureRunner, ensureStage } from '../../../local/postgres/logins.ts';
import { postgresFiles } from '../../../local/postgres/place.ts';
import type { Problem } from '../../../local/problem.ts';
import { startPostgres, type Postgres, type PostgresOptions } from '../../../local/postgres/server.ts';
import { until } from '../../../local/until.ts';

let root: string;
let server: Postgres | undefined;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rectify-pg-'));
  chmodSync(root, 0o755);
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  rmSync(root, { recursive: true, force: true });
});

const start = async (options: Partial<PostgresOptions> = {}) => {
  server = await startPostgres({
    ...postgresFiles(root),
    port: await freePort(),
    logFile: join(root, 'log'),
    isDurable: false,
    ...options,
  });
  return server;
};

const problem = (code: Problem['code'], facts: object = {}) => ({ problem: { code, ...facts } });

async function ask<Row extends pg.QueryResultRow>(url: string, text: string, options = ''): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, options });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('gives an owner who is no superuser but can make the application’s role and act as it', async () => {
    const { url } = await start();
    expect(await ask(url, 'select rolsuper, rolcreaterole from pg_roles where rolname = current_user')).toEqual([
      { rolsuper: false, rolcreaterole: true },
    ]);
    await ask(url, 'create role rectify_app nologin');
    expect(await ask(url, 'select current_user as who', '-c role=rectify_app')).toEqual([{ who: 'rectify_app' }]);
    await expect(ask(url, 'create table mine ()', '-c role=rectify_app')).rejects.toThrow(/permission denied/);
  });

  it('runs the programs under a login that owns nothing, at each start with another password', async () => {
    const { url } = await start();
    await ask(url, 'create role rectify_app nologin');
    await ask(url, 'create table facts (told text)');
    await ask(url, 'grant select, insert on facts to rectify_app');
    const [before, now] = [await ensureRunner(url), await ensureRunner(url)];
    await expect(ask(before, 'select 1')).rejects.toThrow(/password authentication failed/);
    const asApp = '-c role=rectify_app';
    await ask(now, `insert into facts values ('one')`, asApp);
    expect(await ask(now, 'select told, session_user as login from facts', asApp)).toEqual([
      { told: 'one', login: 'rectify_run' },
    ]);
    // Whoever gets out of the role finds less, not more.
    for (const text of [
      'select * from facts',
      'delete from facts',
      'create table mine ()',
      'drop table facts',
      'set role rectify',
    ])
      await expect(ask(now, `reset role; ${text}`), text).rejects.toThrow(/permission denied|must be owner/);
  });

  it('keeps a database for rehearsals, whose login makes what it likes there and may not even look at the ledger', async () => {
    const { url } = await start();
    await ask(url, 'create role rectify_app nologin');
    for (const role of ['rectify_unit', 'rectify_stand_in']) await ask(url, `create role ${role} nologin`);
    const runner = await ensureRunner(url);
    const [before, stage] = [await ensureStage(url), await ensureStage(url)];
    await expect(ask(before, 'select 1')).rejects.toThrow(/password authentication failed/);
    await ask(stage, 'create table played ()');
    expect(await ask(stage, 'select current_user as who', '-c role=rectify_app')).toEqual([{ who: 'rectify_app' }]);
    const ledger = new URL(stage);
    ledger.pathname = new URL(url).pathname;
    await expect(ask(ledger.href, 'select 1')).rejects.toThrow(/permission denied for database/);
    expect(await ask(runner, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('sorts alike on every machine and finds trigrams in Chinese', async () => {
    const { url } = await start();
    await ask(url, 'create extension pg_trgm');
    const [row] = await ask<{ trigrams: string[]; collation: string }>(
      url,
      `select show_trgm('整改督办') as trigrams, datlocale as collation from pg_database where datname = 'rectify'`,
    );
    expect(row?.collation).toBe('C.UTF-8');
    expect(row?.trigrams.length).toBeGreaterThan(3);
  });

  it('finds everything as it was after a restart', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 1 as number');
    await first.stop();
    const second = await start();
    expect(await ask(second.url, 'select number from kept')).toEqual([{ number: 1 }]);
  });

  it('is not misled by a note of a killed one whose number another program has by now', async () => {
    const { process: killed } = await start();
    killed.kill();
    await killed.exited;
    const note = join(root, 'postgres', 'postmaster.pid');
    const { uid, gid } = statSync(note);
    const stranger = spawn('sleep', ['60'], { uid, gid });
    const [, ...rest] = readFileSync(note, 'utf8').split('\n');
    writeFileSync(note, [stranger.pid, ...rest].join('\n'));
    expect(await ask((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
    stranger.kill();
    await server?.stop();
    writeFileSync(note, '');
    expect(await ask((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('stops an orphan that still runs in its folder', async () => {
    const orphan = await start();
    const next = await start();
    expect(await orphan.process.exited).toMatchObject({ code: 0 });
    expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('keeps its passwords where only we can read them, and asks for them', async () => {
    const { url } = await start();
    expect(statSync(postgresFiles(root).secretsFile).mode & 0o777).toBe(0o600);
    await expect(ask(url.replace(/:[0-9a-f]{48}@/, ':guess@'), 'select 1')).rejects.toThrow(
      /password authentication failed/,
    );
  });

  it('tells a damaged folder, another version and lost passwords apart', async () => {
    const first = await start();
    await first.stop();
    const { folder, secretsFile } = postgresFiles(root);
    const version = join(folder, 'PG_VERSION');
    const control = join(folder, 'global', 'pg_control');
    const secrets = readFileSync(secretsFile, 'utf8');
    const whole = readFileSync(control);

    writeFileSync(control, 'garbage');
    await expect(start()).rejects.toMatchObject(problem('databaseDamaged'));
    writeFileSync(control, whole);
    writeFileSync(version, '17\n');
    await expect(start()).rejects.toMatchObject(problem('databaseVersion', { found: '17', needed: '18' }));
    rmSync(version);
    await expect(start()).rejects.toMatchObject(problem('databaseDamaged'));
    writeFileSync(version, '18\n');
    rmSync(secretsFile);
    await expect(start()).rejects.toMatchObject(problem('databasePassword'));
    writeFileSync(secretsFile, secrets.slice(0, 20));
    await expect(start()).rejects.toMatchObject(problem('databasePassword'));
    const { superuser, owner } = JSON.parse(secrets) as { superuser: string; owner: string };
    writeFileSync(secretsFile, JSON.stringify({ superuser: '0'.repeat(48), owner }));
    await expect(start()).rejects.toMatchObject(problem('databasePassword'));
    writeFileSync(secretsFile, JSON.stringify({ superuser, owner: '0'.repeat(48) }));
    await expect(start()).rejects.toMatchObject(problem('databasePassword'));
    writeFileSync(secretsFile, secrets);
    expect(await ask((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('calls nothing damaged that is not: a taken port, foreign rights, a wrong setting', async () => {
    const first = await start();
    await first.stop();
    const { folder } = postgresFiles(root);

    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await expect(start({ port })).rejects.toMatchObject(problem('portBusy', { port }));
    other.close();

    chmodSync(folder, 0o777);
    await expect(start()).rejects.toMatchObject(problem('databaseRights'));
    chmodSync(folder, 0o700);

    await expect(start({ settings: { nonsense: '1' } })).rejects.toMatchObject(problem('databaseSettings'));
    expect(await ask((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('waits for a part of a killed one that still lives, says so, and gives up with that reason', async () => {
    const killed = await start();
    const connection = new pg.Client(killed.url);
    connection.on('error', () => undefined);
    await connection.connect();
    const { rows } = await connection.query<{ pid: number }>('select pg_backend_pid() as pid');
    const [{ pid } = { pid: 0 }] = rows;
    // A process that stands still does not notice that its server is gone.
    process.kill(pid, 'SIGSTOP');
    killed.process.kill();
    await killed.process.exited;

    const told: Note[] = [];
    const say = (note: Note) => void told.push(note);
    await expect(start({ heldMs: 1000, say })).rejects.toMatchObject(problem('databaseHeld', { seconds: 1 }));
    expect(told).toEqual([{ code: 'databaseHeld', seconds: 1 }]);

    const next = start({ say });
    await until(async () => told.length === 2, { timeoutMs: 5000 });
    process.kill(pid, 'SIGCONT');
    expect(await ask((await next).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('begins anew where a first start was cut off', async () => {
    mkdirSync(join(root, 'postgres.new', 'base'), { recursive: true });
    mkdirSync(join(root, 'postgres'));
    expect(await ask((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});
