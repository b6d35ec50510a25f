/** Connections of the application. Dates stay text, and the role they run as owns nothing. */
import pg from 'pg';
import type { Logger } from 'pino';

const dateOid = 1082;
const timestamptzOid = 1184;
const bigintOid = 20;

// A DATE as a JS Date would be local midnight: a day lost west of Shanghai. Instants become our ISO text.
pg.types.setTypeParser(dateOid, (text: string) => text);
pg.types.setTypeParser(timestamptzOid, (text: string) => new Date(text).toISOString());
pg.types.setTypeParser(bigintOid, Number);

export type Pool = pg.Pool;
/** A pool or a connection inside a transaction: whoever can run a statement. */
export type Db = Pick<pg.Pool, 'query'> & {
  /** Set on one that reads for a unit alone, behind the second wall (`unit-reader.ts`). */
  readonly isOfUnit?: true;
};

/** Takes a value into a statement that is being put together, once however often, and gives the name by which its text has it. */
export type TakeValue = (given: unknown) => string;

export interface Query {
  readonly text: string;
  readonly values: unknown[];
}

export function queryOf(write: (value: TakeValue) => string): Query {
  const values: unknown[] = [];
  const text = write((given) => {
    const place = values.indexOf(given);
    return `$${place < 0 ? values.push(given) : place + 1}`;
  });
  return { text, values };
}

const sessionSettings: Readonly<Record<string, string>> = {
  role: 'rectify_app',
  // Every statement is small: to begin helpers or a compiler for one takes longer than the statement.
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  // A ledger lies in memory or on a disk that does not turn: a row by an index costs little more than the next one.
  random_page_cost: '1.1',
};

/**
 * A connection that the server ends emits an error, whatever it is doing and sometimes twice, and an error that nobody hears ends
 * the process. The pool listens to its idle connections only, so each is listened to from its first moment to its last.
 */
export function openPool(databaseUrl: string, logger: Pick<Logger, 'error'>, connections = 10): Pool {
  const options = Object.entries(sessionSettings).map(([name, value]) => `-c ${name}=${value}`);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: connections, options: options.join(' ') });
  // The error carries the connection with its secrets, so only its words are logged.
  pool.on('connect', (connection) =>
    connection.on('error', ({ message }) => logger.error({ reason: message }, 'database connection lost')),
  );
  // An idle connection tells the pool too, which has thrown it away by then.
  pool.on('error', () => undefined);
  return pool;
}

/** Runs `work` on a connection of its own, with the rights of the login itself: for migrations. */
export async function withConnection<Result>(
  databaseUrl: string,
  work: (connection: pg.Client) => Promise<Result>,
): Promise<Result> {
  const connection = new pg.Client({ connectionString: databaseUrl });
  // The statement under way, or the next one, fails with the same reason.
  connection.on('error', () => undefined);
  await connection.connect();
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}

/** Runs `work` in one transaction: all of it is written, or nothing. */
export async function transaction<Result>(pool: Pool, work: (db: Db) => Promise<Result>): Promise<Result> {
  const connection = await pool.connect();
  try {
    await connection.query('BEGIN');
    const result = await work(connection);
    await connection.query('COMMIT');
    connection.release();
    return result;
  } catch (error) {
    // A connection that cannot even roll back is thrown away, and with it the transaction.
    await connection.query('ROLLBACK').then(
      () => connection.release(),
      (broken: Error) => connection.release(broken),
    );
    throw error;
  }
}

/** The one row of a statement that always has one: a count, a sum, a row that the caller knows. @throws when there is none */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row, ...more] = rows;
  if (row === undefined || more.length > 0) throw new Error(`a statement of one row has ${rows.length}`);
  return row;
}

/**
 * What PostgreSQL will refuse however often it is asked: values it cannot hold (class 22), rules of the tables (23), sizes
 * beyond its limits (54).
 */
export const isUnwritable = (error: unknown): error is pg.DatabaseError & { readonly code: string } =>
  error instanceof pg.DatabaseError && /^(?:22|23|54)/.test(error.code ?? '');
