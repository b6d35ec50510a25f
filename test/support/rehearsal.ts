/** A place for rehearsals beside a test's ledger, and what can be seen from outside of one that is played. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, inject } from 'vitest';
import { dropDatabase } from './postgres.ts';
import type { RehearsalConfig } from '../../core/config.ts';
import { withConnection, type Pool } from '../../db/pool.ts';

/** A login that owns the databases of rehearsals and no other. */
const login = 'rectify_rehearsal';

export function useRehearsalPlace(): { readonly current: RehearsalConfig } {
  const name = `rehearsal_${randomUUID().replaceAll('-', '')}`;
  beforeAll(() =>
    withConnection(inject('adminUrl'), async (admin) => {
      const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [login]);
      if (rowCount === 0) await admin.query(`CREATE ROLE ${login} LOGIN`);
      await admin.query(`ALTER ROLE ${login} PASSWORD 'rehearsal'`);
      await admin.query(
        `GRANT rectify_app, rectify_unit, rectify_stand_in TO ${login} WITH ADMIN TRUE, INHERIT FALSE, SET TRUE`,
      );
      await admin.query(`CREATE DATABASE ${name} OWNER ${login}`);
    }),
  );
  afterAll(() => dropDatabase(inject('adminUrl'), name));
  return {
    get current() {
      const url = new URL(inject('ownerUrl'));
      [url.username, url.password, url.pathname] = [login, 'rehearsal', `/${name}`];
      return { databaseUrl: url.href, server: inject('testServer') };
    },
  };
}

export interface Process {
  readonly pid: number;
  readonly command: string;
  /** All that it was told. */
  readonly environment: string;
}

/** The processes that play a rehearsal there: the one that plays, its worker, and its server with the shell that watches it. */
export function processesOf({ databaseUrl }: RehearsalConfig): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return [];
    try {
      const environment = readFileSync(`/proc/${name}/environ`, 'utf8');
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return environment.includes(databaseUrl) ? [{ pid: Number(name), command, environment }] : [];
    } catch {
      // It has gone meanwhile.
      return [];
    }
  });
}

/** Every row of a ledger as one hash a table: whatever is written anywhere shows. */
export async function printOf(pool: Pool): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  const prints: Record<string, string> = {};
  await withConnection(pool.options.connectionString ?? '', async (owner) => {
    for (const { name } of tables) {
      const { rows } = await owner.query<{ print: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(row::text, '' ORDER BY row::text)), '') AS print FROM ${name} AS row`,
      );
      prints[name] = rows[0]?.print ?? '';
    }
  });
  return prints;
}
