import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cast } from '../support/cast.ts';
import { commandLine } from '../support/command-line.ts';
import { grid, xlsx } from '../support/documents/xlsx.ts';
import { useLedger } from '../support/ledger.ts';
import { tellRound } from '../client/stories.ts';
import { inState } from '../support/story.ts';
import { personByEmail } from '../../db/people.ts';

const ledger = useLedger();
const rectify = commandLine(ledger);
const folder = mkdtempSync(join(tmpdir(), 'rectify-forms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, rows: readonly (readonly string[])[]): string => {
  const path = join(folder, name);
  writeFileSync(path, xlsx({ sheets: [{ rows: grid([['姓名', '邮箱', '权限', '单位'], ...rows]) }] }));
  return path;
};
const people = (...args: string[]) => rectify('--as', cast.zhao.email, 'people', ...args);
const he = ['何苗', 'he@yunling.example', '经办人员', '财务科'];

test('a template is saved, and people come in by it once it was looked at', async () => {
  const saved = join(folder, 'template.xlsx');
  expect(await people('template', '--out', saved)).toMatchObject({ code: 0, out: `已保存：${saved}` });
  const path = file('people.xlsx', [he]);
  const looked = await people('import', path, '--dry-run');
  expect(looked).toMatchObject({ code: 0, out: expect.stringMatching(/S0:2 +新增 +何苗[\s\S]*尚未导入/) as string });
  expect(await personByEmail(ledger.current.pool, 'he@yunling.example')).toBeNull();
  expect(await people('import', path)).toMatchObject({ code: 0, out: expect.stringContaining('已导入') as string });
  expect((await people('import', path)).out).toMatch(/S0:2 +未变 +何苗/);
});

test('a draft round comes from a template', async () => {
  const path = join(folder, 'items.xlsx');
  const heads = ['问题', '整改措施', '责任单位', '承办人', '牵头领导'];
  writeFileSync(path, xlsx({ sheets: [{ rows: grid([heads, ['登记不全', '补登', '财务科', '王小明', '张立']]) }] }));
  const rounds = (...args: string[]) => rectify('--as', cast.zhao.email, 'rounds', ...args);
  expect((await rounds('from-template', path, '--dry-run')).out).toMatch(/S0:2 +新增 +登记不全/);
  expect((await rounds('list')).out).toBe('没有符合条件的内容。');
  const made = await rounds('from-template', path, '--json');
  const { roundId } = JSON.parse(made.out.slice(made.out.lastIndexOf('{'))) as { roundId: string };
  expect((await rounds('show', roundId)).out).toContain('已交办 1 / 1 项');
});

test('the sheet of a unit is saved, and what it says is looked at', async () => {
  const { roundId } = await tellRound(ledger.current.pool, [inState('inProgress')]);
  const rounds = (...args: string[]) => rectify('--as', cast.zhao.email, 'rounds', ...args);
  const saved = join(folder, 'progress.xlsx');
  expect(await rounds('progress-form', roundId, '财务科', '--out', saved)).toMatchObject({ code: 0 });
  const path = join(folder, 'progress.csv');
  writeFileSync(path, '编号,进展情况,填报日期,填报人\n1.1,已补登,2026-01-06,苏敏\n9.9,已核对,,\n');
  const looked = await rounds('record-progress', roundId, path, '--dry-run');
  expect(looked).toMatchObject({
    code: 2,
    out: expect.stringMatching(/CSV:2 +新增 +1\.1 [\s\S]*没有事项“9\.9”/) as string,
  });
});

test('every fault is told, with the way to its cell, and nothing is written', async () => {
  const path = file('bad.xlsx', [
    ['贺云', 'he.yun@yunling.example', '会计', '财务科'],
    ['方远', 'fang', '经办人员', '没有的科'],
  ]);
  const { code, out, err } = await people('import', path);
  expect(code).toBe(2);
  expect(out.match(/✗ “S0”第 \d 行 [A-D] 列/g)).toEqual(['✗ “S0”第 2 行 C 列', '✗ “S0”第 3 行 B 列']);
  expect(err).toBe('有 2 处需要修改，全部未导入。');
  expect(await personByEmail(ledger.current.pool, 'he.yun@yunling.example')).toBeNull();
});
