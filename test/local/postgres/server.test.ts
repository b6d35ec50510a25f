import { mkdirSync, mkdtempSync, chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../../../local/ports.ts';
import { postgresFiles, startPostgres, type Postgres } from '../../../local/postgres/server.ts';

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

const start = async () => {
  server = await startPostgres({
    ...postgresFiles(root),
    port: await freePort(),
    logFile: join(root, 'log'),
    durable: false,
  });
  return server;
};

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

  it('finds everything as it was after a restart, also after a kill that left its note', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 1 as number');
    await first.stop();
    const second = await start();
    expect(await ask(second.url, 'select number from kept')).toEqual([{ number: 1 }]);
    second.process.kill();
    await second.process.exited;
    const note = join(root, 'postgres', 'postmaster.pid');
    // The number in the note belongs to another process by now: this one.
    writeFileSync(note, readFileSync(note, 'utf8').replace(/^\d+/, String(process.pid)));
    const third = await start();
    expect(await ask(third.url, 'select number from kept')).toEqual([{ number: 1 }]);
  });

  it('stops an orphan that still runs in its folder', async () => {
    const orphan = await start();
    const next = await startPostgres({
      ...postgresFiles(root),
      port: await freePort(),
      logFile: join(root, 'log'),
      durable: false,
    });
    expect(await orphan.process.exited).toMatchObject({ code: 0 });
    server = next;
    expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('keeps its passwords where only we can read them, and asks for them', async () => {
    const { url } = await start();
    expect(statSync(postgresFiles(root).secretsFile).mode & 0o777).toBe(0o600);
    await expect(ask(url.replace(/:[0-9a-f]{48}@/, ':guess@'), 'select 1')).rejects.toThrow(
      /password authentication failed/,
    );
  });

  it('tells a damaged folder, a foreign one, another version and lost passwords apart', async () => {
    const first = await start();
    await first.stop();
    const { folder, secretsFile } = postgresFiles(root);
    const version = join(folder, 'PG_VERSION');
    const control = join(folder, 'global', 'pg_control');
    const secrets = readFileSync(secretsFile, 'utf8');
    const whole = readFileSync(control);

    writeFileSync(control, 'garbage');
    await expect(start()).rejects.toMatchObject({ code: 'database-corrupt' });
    writeFileSync(control, whole);
    writeFileSync(version, '17\n');
    await expect(start()).rejects.toMatchObject({ code: 'database-version', facts: { found: '17', needed: '18' } });
    rmSync(version);
    await expect(start()).rejects.toMatchObject({ code: 'database-corrupt' });
    writeFileSync(version, '18\n');
    rmSync(secretsFile);
    await expect(start()).rejects.toMatchObject({ code: 'database-password' });
    writeFileSync(secretsFile, secrets.replaceAll(/[0-9a-f]{48}/g, '0'.repeat(48)));
    await expect(start()).rejects.toMatchObject({ code: 'database-password' });
    writeFileSync(secretsFile, secrets);
    expect(await ask((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('begins anew where a first start was cut off', async () => {
    mkdirSync(join(root, 'postgres.new', 'base'), { recursive: true });
    mkdirSync(join(root, 'postgres'));
    expect(await ask((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});
