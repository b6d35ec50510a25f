import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { useLedger } from '../support/ledger.ts';
import { onlyRow } from '../../db/pool.ts';

const ledger = useLedger();
const rectify = commandLine(ledger);
const sample = join(import.meta.dirname, '..', '..', 'documents', 'sample', 'notice.md');
const folder = mkdtempSync(join(tmpdir(), 'rectify-bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a round is written as one file, and nothing is left where it is not', async () => {
  expect(await rectify('rounds', 'import', sample, '--yes')).toMatchObject({ code: 0 });
  const { rows } = await ledger.current.pool.query<{ id: string }>('SELECT id FROM round');
  const { id } = onlyRow(rows);
  const out = join(folder, 'round.zip');
  const made = await rectify('bundle', id, '--out', out);
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(made.out).toContain('证据包含 10 个事项');
  const paths = Object.keys(unzipSync(readFileSync(out)));
  expect(paths).toContain('verify.mjs');
  expect(paths.filter((path) => path.endsWith('facts.jsonl'))).toHaveLength(10);

  const refused = await rectify('bundle', 'r-none', '--out', join(folder, 'none.zip'));
  expect(refused).toMatchObject({ code: 3 });
  const unwritable = await rectify('bundle', id, '--out', join(folder, 'nowhere', 'round.zip'));
  expect(unwritable).toMatchObject({ code: 2 });
  expect(unwritable.err).toContain('ENOENT');
  expect(readdirSync(folder)).toEqual(['round.zip']);
});
