import pg from 'pg';

/**
 * Runs `work` on one connection to PostgreSQL. A server that ends it emits an error, which would end us if nobody
 * heard it; the statement under way, or the next one, fails with the same reason.
 */
export async function withConnection<Result>(
  url: string,
  work: (connection: pg.Client) => Promise<Result>,
  timeoutMs?: number,
): Promise<Result> {
  const connection = new pg.Client({ connectionString: url, connectionTimeoutMillis: timeoutMs });
  connection.on('error', () => undefined);
  try {
    await connection.connect();
    return await work(connection);
  } finally {
    await connection.end();
  }
}
