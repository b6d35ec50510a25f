/** The two logins: one that makes the other, and the owner of the ledger's database. */
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
  });
  // A password file of another backup shows here rather than in the first program that uses it.
  await withConnection(ownerUrl, async () => undefined);
}
