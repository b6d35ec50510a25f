/** The database of a test file in a state that an operator could bring it into. */
import { afterEach, inject } from 'vitest';
import { onlyRow, withConnection, type Pool } from '../../db/pool.ts';

/**
 * `ALTER DATABASE … <change>`; its connections are ended, so that the next ones meet it as it is. After each test it is as
 * it was.
 */
export function useAlteredDatabase(pool: () => Pool): (change: string) => Promise<void> {
  let name: string | null = null;
  const ordered = async (change: string): Promise<void> => {
    name ??= onlyRow((await pool().query<{ name: string }>('SELECT current_database() AS name')).rows).name;
    const database = name;
    await withConnection(inject('adminUrl'), async (admin) => {
      await admin.query(`ALTER DATABASE "${database}" ${change}`);
      await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [database]);
    });
  };
  afterEach(async () => {
    if (name === null) return;
    await ordered('RESET default_transaction_read_only');
    await ordered('CONNECTION LIMIT -1');
  });
  return ordered;
}
