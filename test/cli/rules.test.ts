import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { tellRound } from '../client/stories.ts';
import { cast } from '../support/cast.ts';
import { commandLine } from '../support/command-line.ts';
import { useLedger } from '../support/ledger.ts';
import { inState } from '../support/story.ts';
import { tableDate } from '../../core/i18n/format.ts';
import { present } from '../../core/present.ts';
import { workingDayFrom } from '../../core/rules/calendar.ts';
import { holidayNames } from '../../core/rules/calendar-faults.ts';
import type { Policy } from '../../core/rules/policy.ts';
import { addDays } from '../../core/time.ts';

const ledger = useLedger();
const folder = mkdtempSync(join(tmpdir(), 'rectify-cli-rules-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const rectify = commandLine(ledger);
const as = ['--as', cast.zhao.email];
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test('a policy is chosen by its name, at the import and before the launch', async () => {
  const sample = join(import.meta.dirname, '..', '..', 'documents', 'sample', 'notice.md');
  const ahead = ['--yes', '--title', '两个月', '--starts-on', '2190-01-05'];
  const { out } = await rectify(...as, 'rounds', 'import', sample, ...ahead, '--policy', 'twoMonths');
  const id = present(/r-\d{4}-\w{4}/.exec(out)?.[0], 'the id of the round');
  const periodOf = async () =>
    (JSON.parse((await rectify('rounds', 'show', id, '--json', ...as)).out) as { policy: Policy }).policy;
  expect(await periodOf()).toMatchObject({ periodMonths: 2, version: 1 });
  expect((await rectify(...as, 'rules', 'choose', id, 'threeMonths')).out).toBe(`轮次 ${id} 现用规则第 2 版。`);
  expect(await periodOf()).toMatchObject({ periodMonths: 3, version: 2 });
  const refused = await rectify(...as, 'rules', 'choose', id, 'fourMonths');
  expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('threeColours') as string });
  expect((await rectify(...as, 'rules', 'list')).out).toContain('五书督办');
});

test('a year is added from a file, and a preview tells what would move', async () => {
  // Far ahead of any clock that this test may run by.
  const story = inState('inProgress', { launchedOn: '2190-01-05', startsOn: '2190-01-05' });
  const dueOn = present(story.item.dueOn, 'a due date');
  const { pool } = ledger.current;
  await tellRound(pool, [story]);
  await pool.query('UPDATE round SET starts_on = $1', ['2190-01-05']);
  const wrong = await rectify(...as, 'calendar', 'add', file('wrong.txt', '一、元旦：1月1日放假1天。'));
  expect(wrong).toMatchObject({ code: 3, err: expect.stringContaining('文中没有年份') as string });
  const holidays = holidayNames.map((name, index) => {
    const on = name === '端午节' ? dueOn : `2190-1${index % 3}-0${index + 1}`;
    return { name, from: on, to: on };
  });
  const year = file('2190.json', JSON.stringify({ year: 2190, source: '关于2190年的通知', holidays, workOn: [] }));
  const added = await rectify(...as, 'calendar', 'add', year);
  expect(added).toMatchObject({
    code: 0,
    out: expect.stringContaining('日历第 2 版：2024、2025、2026、2190') as string,
  });
  expect((await rectify(...as, 'calendar', 'list')).out.split('\n')).toHaveLength(2);
  const { out } = await rectify(...as, '--lang', 'en', 'rules', 'preview');
  expect(out).toContain('Dates would move: 1 item. Looked at: 1 item.');
  const [from, to] = [dueOn, workingDayFrom({}, addDays(dueOn, 1))].map((date) => tableDate(date, 'en'));
  expect(out).toMatch(new RegExp(`1\\.1 +the whole +${from} +${to} +王小明 张立`));
  const json = JSON.parse((await rectify(...as, 'rules', 'preview', '--json')).out) as { looked: number };
  expect(json.looked).toBe(1);
});
