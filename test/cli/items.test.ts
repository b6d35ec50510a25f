import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { useLedger } from '../support/ledger.ts';
import { onlyRow } from '../../db/pool.ts';

const ledger = useLedger();
const rectify = commandLine(ledger);
const sample = join(import.meta.dirname, '..', '..', 'documents', 'sample', 'notice.md');

test('items are listed as of a past day, of one round', async () => {
  expect(await rectify('rounds', 'import', sample, '--yes')).toMatchObject({ code: 0 });
  const { rows } = await ledger.current.pool.query<{ id: string; day: string }>(
    `SELECT id, to_char(created_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS day FROM round`,
  );
  const { id, day } = onlyRow(rows);
  const listed = await rectify('items', 'list', '--round', id, '--as-of', day);
  expect(listed).toMatchObject({ code: 0, err: '' });
  expect(listed.out).toContain(`${day} · `);
  expect((await rectify('items', 'list', '--round', id, '--as-of', '2026-01-01')).out).toContain('没有符合条件的内容');
  expect(await rectify('items', 'list', '--as-of', day)).toMatchObject({ code: 2 });
  for (const narrowing of ['--grade=high', '--source=audit'])
    expect(await rectify('items', 'list', '--round', id, '--as-of', day, narrowing)).toMatchObject({ code: 2 });
  expect(await rectify('items', 'list', '--source', 'audit')).toMatchObject({ code: 0 });
  expect(await rectify('items', 'list', '--round', id, '--as-of', 'x')).toMatchObject({ code: 2 });
  expect(await rectify('items', 'list', '--round', id, '--as-of', '2199-01-01')).toMatchObject({ code: 3 });
});
