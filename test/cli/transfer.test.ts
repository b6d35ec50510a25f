import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { cast } from '../support/cast.ts';
import { commandLine } from '../support/command-line.ts';
import { silentLogger, useLedger } from '../support/ledger.ts';
import { cloneDatabase, dropDatabase } from '../support/postgres.ts';
import { templateDatabase } from '../support/servers.ts';
import { openPool, type Pool } from '../../db/pool.ts';

const ledger = useLedger();
const rectify = commandLine(ledger);
const sample = join(import.meta.dirname, '..', '..', 'documents', 'sample', 'notice.md');
const folder = mkdtempSync(join(tmpdir(), 'rectify-transfer-'));

const name = `test_${randomUUID().replaceAll('-', '')}`;
let url = '';
let pool: Pool;
beforeAll(async () => {
  url = await cloneDatabase(inject('adminUrl'), inject('ownerUrl'), templateDatabase, name);
  pool = openPool(url, silentLogger);
});
afterAll(async () => {
  await pool.end();
  await dropDatabase(inject('adminUrl'), name);
  rmSync(folder, { recursive: true, force: true });
});

test('a ledger moves as a folder, and its people are let in anew', async () => {
  const there = commandLine({ current: { url, pool } });
  expect(await rectify('rounds', 'import', sample, '--yes')).toMatchObject({ code: 0 });
  const out = join(folder, 'ledger');
  const exported = await rectify('export', '--out', out);
  expect(exported).toMatchObject({ code: 0, err: '' });
  expect(exported.out).toContain('密码、第二重验证和链接不在其中');
  expect(readdirSync(out).sort()).toEqual(['files', 'ledger.jsonl']);
  expect(statSync(join(out, 'ledger.jsonl')).mode & 0o077).toBe(0);
  expect(await rectify('export', '--out', out)).toMatchObject({ code: 2 });

  expect(await there('import', join(folder, 'nowhere'))).toMatchObject({ code: 2 });
  const imported = await there('import', out);
  expect(imported).toMatchObject({ code: 0, err: '' });
  expect(imported.out).toContain('rectify rebuild');
  expect(await there('verify')).toMatchObject({ code: 0 });
  expect((await there('rounds', 'list', '--json')).out).toBe((await rectify('rounds', 'list', '--json')).out);
  expect(await there('import', out)).toMatchObject({ code: 3 });

  const invited = await there('users', 'invite', cast.zhao.email);
  expect(invited).toMatchObject({ code: 0, err: '' });
  expect(invited.out).toContain(cast.zhao.name);
  writeFileSync(join(out, 'ledger.jsonl'), '');
  expect(await rectify('import', out)).toMatchObject({ code: 3 });
});
