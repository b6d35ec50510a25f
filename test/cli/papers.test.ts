import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { tellRound } from '../client/stories.ts';
import { cast } from '../support/cast.ts';
import { commandLine } from '../support/command-line.ts';
import { useLedger } from '../support/ledger.ts';
import { inState } from '../support/story.ts';

const ledger = useLedger();
const rectify = commandLine(ledger);
const folder = mkdtempSync(join(tmpdir(), 'rectify-papers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a round is saved as a list, a ledger or a notice, each in a file of its own', async () => {
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
  // The round of the test has no document behind it.
  const refused = await rectify('--as', cast.zhao.email, 'rounds', 'bulletin', told.roundId, '--form', 'md');
  expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('通报不能生成') as string });
});
