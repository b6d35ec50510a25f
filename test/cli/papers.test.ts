import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { tellDocument, tellRound } from '../client/stories.ts';
import { cast, type CastMember } from '../support/cast.ts';
import { commandLine } from '../support/command-line.ts';
import { useLedger } from '../support/ledger.ts';
import { inState } from '../support/story.ts';

const ledger = useLedger();
const rectify = commandLine(ledger);
const folder = mkdtempSync(join(tmpdir(), 'rectify-papers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a round is saved as a list or a ledger, each in a file of its own', async () => {
  const told = await tellRound(ledger.current.pool, [inState('inProgress')]);
  const [list, review] = [join(folder, 'list.xlsx'), join(folder, 'review.xlsx')];
  const saved = await rectify(
    '--as',
    cast.zhao.email,
    'rounds',
    'sheet',
    told.roundId,
    '--list',
    'tasks',
    '--out',
    list,
  );
  expect(saved).toMatchObject({ code: 0, out: `已保存：${list}` });
  expect((await rectify('--as', cast.zhao.email, 'items', 'review', told.itemIds[0] ?? '', '--out', review)).code).toBe(
    0,
  );
  for (const path of [list, review]) expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
  const nowhere = join(folder, 'none', 'list.xlsx');
  expect(await rectify('--as', cast.zhao.email, 'rounds', 'sheet', told.roundId, '--out', nowhere)).toMatchObject({
    code: 2,
    err: expect.stringContaining(nowhere) as string,
  });
});

test('a notice is prepared, agreed to by somebody else, and saved for each audience', async () => {
  const told = await tellRound(ledger.current.pool, [inState('closed'), inState('closed')]);
  const notice = (who: CastMember, ...rest: string[]) => rectify('--as', who.email, 'notice', ...rest);
  // The round of the test has no document behind it.
  const refused = await notice(cast.zhao, 'save', told.roundId, '--form', 'md');
  expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('通报不能生成') as string });
  await tellDocument(ledger.current.pool, told.roundId, 2);
  const without = await notice(cast.zhao, 'set', told.roundId, '1.1', '--choose', 'inside');
  expect(without.code).not.toBe(0);
  const set = await notice(cast.zhao, 'set', told.roundId, '1.1', '--choose', 'inside', '--reason', '涉及内部管理');
  expect(set).toMatchObject({ code: 0, out: expect.stringMatching(/^1\.1：“党内通报”。须由/) as string });
  expect(await notice(cast.zhao, 'set', told.roundId, '1.2', '--result', '已登记入账')).toMatchObject({ code: 0 });
  expect((await notice(cast.zhao, 'show', told.roundId)).out).toMatch(/1\.1 .*党内通报 +待批准/);
  expect(await notice(cast.li, 'approve', told.roundId, '1.1')).toMatchObject({ code: 0, out: '1.1：已批准。' });
  expect(await notice(cast.li, 'approve', told.roundId, '1.9')).toMatchObject({ code: 3 });
  expect(await notice(cast.zhao, 'frame', told.roundId, '--organ', '云岭县水利局')).toMatchObject({ code: 0 });
  const review = join(folder, 'review.xlsx');
  const [outside, inside] = [join(folder, 'public.md'), join(folder, 'inside.md')];
  await notice(cast.zhao, 'save', told.roundId, '--form', 'md', '--out', outside);
  await notice(cast.zhao, 'save', told.roundId, '--form', 'md', '--audience', 'inside', '--out', inside);
  const [shown, whole] = [readFileSync(outside, 'utf8'), readFileSync(inside, 'utf8')];
  expect(shown).toContain('本通报公布其中1个问题的整改进展情况，其余1个问题不在本通报中公布。');
  expect(shown).toMatch(/整改进展：已登记入账。[^]*\n云岭县水利局\n/);
  expect(whole).toContain('（一）问题之1');
  expect(await notice(cast.zhao, 'verify', outside)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^✓/) as string,
  });
  writeFileSync(outside, shown.replace('其余1个问题', '其余2个问题'));
  const altered = await notice(cast.zhao, 'verify', outside);
  expect(altered).toMatchObject({
    code: 1,
    out: expect.stringMatching(/文字被改动。[^]*第 3 行：.*其余2个问题/) as string,
  });
  expect(JSON.parse((await notice(cast.zhao, 'verify', outside, '--json')).out)).toMatchObject({ isAsWritten: false });
  expect(await notice(cast.zhao, 'verify', review)).toMatchObject({ code: 3 });
  expect(await notice(cast.zhao, 'verify', join(folder, 'none.md'))).toMatchObject({ code: 2 });
  const endless = join(folder, 'endless.md');
  writeFileSync(endless, '');
  truncateSync(endless, 3 * 1024 ** 3);
  expect(await notice(cast.zhao, 'verify', endless)).toMatchObject({
    code: 2,
    err: expect.stringContaining('20 MB') as string,
  });
});
