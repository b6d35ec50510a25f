/** Brings a database to the newest ledger: numbered SQL files, forward only, each in its own transaction. */
import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import { withConnection } from './pool.ts';
import { refoldAll } from './refold.ts';

/** @returns the names of the files that were run; none when the ledger was up to date */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const done = await withConnection(databaseUrl, async (connection) => {
    const names = await runner({
      dbClient: connection,
      dir: fileURLToPath(new URL('./migrations', import.meta.url)),
      direction: 'up',
      migrationsTable: 'migration',
      singleTransaction: false,
      checkOrder: true,
      log: () => undefined,
    });
    await refoldAll(connection);
    return names;
  });
  return done.map(({ name }) => name);
}

if (import.meta.main) {
  const url = process.env['DATABASE_OWNER_URL'] ?? process.env['DATABASE_URL'];
  if (url === undefined) throw new Error('DATABASE_URL (or DATABASE_OWNER_URL) is needed to migrate');
  const names = await migrate(url);
  process.stdout.write(names.length === 0 ? 'ledger is up to date\n' : `ledger migrated: ${names.join(', ')}\n`);
}
