import { join } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { useLedger } from '../support/ledger.ts';
import { onlyRow } from '../../db/pool.ts';

const ledger = useLedger();
const rectify = commandLine(ledger);
const sample = join(import.meta.dirname, '..', '..', 'documents', 'sample', 'notice.md');

test('a ledger is verified with everything that was written into it', async () => {
  const imported = await rectify('rounds', 'import', sample, '--yes');
  expect(imported).toMatchObject({ code: 0, err: '' });
  const intact = await rectify('verify');
  expect(intact).toMatchObject({ code: 0, err: '' });
  expect(intact.out).toContain('✓ 已核验 10 个事项、10 条记录、0 份材料');
  const { pool } = ledger.current;
  const { rows } = await pool.query<{ id: string; title: string }>('SELECT id, title FROM item ORDER BY id LIMIT 1');
  const { id, title } = onlyRow(rows);
  const retitle = (text: string) => pool.query('UPDATE item SET title = $2 WHERE id = $1', [id, text]);
  await retitle('改过的题目');
  const broken = await rectify('verify');
  expect(broken).toMatchObject({ code: 1, err: '✗ 有 1 处与写入时不一致。' });
  expect(broken.out).toContain(id);
  expect(broken.out).toContain('事项与其记录不一致');
  const json = JSON.parse((await rectify('verify', '--json')).out) as { breaches: object[] };
  expect(json.breaches).toEqual([{ kind: 'item', id, seq: null }]);
  await retitle(title);
  expect((await rectify('verify')).code).toBe(0);
});
