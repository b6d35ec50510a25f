/**
 * The logins: one that makes the next, the owner of the ledger's database, the one that the programs run under, and the one that
 * owns the database of rehearsals and reaches no other.
 */
import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { withConnection } from './connection.ts';
import type { Secrets } from './secrets.ts';

export interface Addresses {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
}

export function addressesOf(port: number, secrets: Secrets): Addresses {
  const at = (user: string, password: string, database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  return {
    superuserUrl: at('postgres', secrets.superuser, 'postgres'),
    ownerUrl: at('rectify', secrets.owner, 'rectify'),
  };
}

/**
 * The owner and its database, made when they are missing. The owner may make roles, and may act as the roles it makes:
 * the application's own connections drop to `rectify_app`, which the migrations make.
 */
export async function ensureOwner({ superuserUrl, ownerUrl }: Addresses, password: string): Promise<void> {
  await withConnection(superuserUrl, async (connection) => {
    const role = await connection.query(`SELECT FROM pg_roles WHERE rolname = 'rectify'`);
    if (role.rowCount === 0) {
      await connection.query(`CREATE ROLE rectify LOGIN CREATEROLE PASSWORD ${connection.escapeLiteral(password)}`);
      await connection.query(`ALTER ROLE rectify SET createrole_self_grant = 'set, inherit'`);
    }
    const database = await connection.query(`SELECT FROM pg_database WHERE datname = 'rectify'`);
    if (database.rowCount === 0) await connection.query('CREATE DATABASE rectify OWNER rectify');
    const stage = await connection.query(`SELECT FROM pg_database WHERE datname = 'rectify_rehearsal'`);
    if (stage.rowCount === 0) await makeStage(connection);
  });
  // A password file of another backup shows here rather than in the first program that uses it.
  await withConnection(ownerUrl, async () => undefined);
}

/** Broken off in between, the next start does what is left. */
async function makeStage(connection: pg.Client): Promise<void> {
  const role = await connection.query(`SELECT FROM pg_roles WHERE rolname = 'rectify_rehearsal'`);
  if (role.rowCount === 0) await connection.query('CREATE ROLE rectify_rehearsal LOGIN');
  await connection.query('GRANT rectify_rehearsal TO rectify WITH ADMIN TRUE, INHERIT FALSE, SET FALSE');
  await connection.query('CREATE DATABASE rectify_rehearsal OWNER rectify_rehearsal');
}

/**
 * The login of rehearsals, which makes the ledger's tables in its own database and may not connect to the ledger's. After the
 * migrations, which make the roles.
 *
 * @returns the address of its database
 */
export async function ensureStage(ownerUrl: string): Promise<string> {
  const password = randomBytes(24).toString('hex');
  await withConnection(ownerUrl, async (connection) => {
    await connection.query(`ALTER ROLE rectify_rehearsal PASSWORD ${connection.escapeLiteral(password)}`);
    await connection.query(
      'GRANT rectify_app, rectify_unit, rectify_stand_in TO rectify_rehearsal WITH ADMIN TRUE, INHERIT FALSE, SET TRUE',
    );
    await connection.query('REVOKE ALL ON DATABASE rectify FROM PUBLIC');
    await connection.query('GRANT CONNECT ON DATABASE rectify TO rectify_run');
  });
  const url = new URL(ownerUrl);
  [url.username, url.password, url.pathname] = ['rectify_rehearsal', password, '/rectify_rehearsal'];
  return url.href;
}

/**
 * The login of worker, API and command line: it owns nothing, and may do nothing but act as `rectify_app`, which the
 * migrations have made. Its password is another one at each start.
 *
 * @returns its address
 */
export async function ensureRunner(ownerUrl: string): Promise<string> {
  const password = randomBytes(24).toString('hex');
  await withConnection(ownerUrl, async (connection) => {
    const role = await connection.query(`SELECT FROM pg_roles WHERE rolname = 'rectify_run'`);
    if (role.rowCount === 0) await connection.query('CREATE ROLE rectify_run LOGIN');
    await connection.query(`ALTER ROLE rectify_run PASSWORD ${connection.escapeLiteral(password)}`);
    await connection.query('GRANT rectify_app TO rectify_run WITH INHERIT FALSE, SET TRUE');
  });
  const url = new URL(ownerUrl);
  url.username = 'rectify_run';
  url.password = password;
  return url.href;
}
