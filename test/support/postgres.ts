import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withConnection } from '../../db/pool.ts';
import { startGuard } from '../../local/processes/guard.ts';
import { freePort } from '../../local/ports.ts';
import { postgresFiles } from '../../local/postgres/place.ts';
import { startPostgres } from '../../local/postgres/server.ts';

export interface TestPostgres {
  /** The owner's login to the database `rectify`, as the application gets it. No superuser. */
  url: string;
  /** What `createDatabase`, `cloneDatabase` and `dropDatabase` want; a plain string, so it can be provided to test files. */
  adminUrl: string;
  pid: number;
  stop(): Promise<void>;
}

/**
 * One PostgreSQL for a whole test run, in a folder that is deleted afterwards. It does not wait for the disk unless
 * `durable`, which kill tests want. A test run that is killed does not leave it behind.
 */
export async function startTestPostgres(
  options: { durable?: boolean; settings?: Record<string, string> } = {},
): Promise<TestPostgres> {
  // Not under .cache: the user PostgreSQL runs as must reach it, wherever the checkout lies.
  const folder = mkdtempSync(join(tmpdir(), 'rectify-postgres-'));
  chmodSync(folder, 0o755);
  const guard = startGuard();
  try {
    const server = await startPostgres({
      ...postgresFiles(folder),
      port: await freePort(),
      logFile: join(folder, 'postgres.log'),
      isDurable: options.durable ?? false,
      settings: { max_connections: '200', shared_buffers: '128MB', ...options.settings },
      watchers: [guard],
    });
    return {
      url: server.url,
      adminUrl: server.superuserUrl,
      pid: server.process.pid,
      async stop() {
        await server.stop();
        guard.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    guard.close();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Makes an empty database that belongs to the owner login and gives its address. */
export async function createDatabase(adminUrl: string, ownerUrl: string, name: string): Promise<string> {
  return cloneDatabase(adminUrl, ownerUrl, 'template0', name);
}

/**
 * Copies a database, with all its tables and rows, into a new one: migrate once, then clone for each test file.
 * PostgreSQL refuses while somebody is connected to the template, so close its pools first.
 */
export async function cloneDatabase(
  adminUrl: string,
  ownerUrl: string,
  template: string,
  name: string,
): Promise<string> {
  await asAdmin(adminUrl, `create database ${quoted(name)} template ${quoted(template)} owner rectify`);
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Drops a database, ending whoever is still connected to it. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, `drop database if exists ${quoted(name)} with (force)`);
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  await withConnection(adminUrl, (connection) => connection.query(statement));
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
