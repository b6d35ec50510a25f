import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tellRound } from '../client/stories.ts';
import { cast } from '../support/cast.ts';
import { inState } from '../support/story.ts';
import { commandLine } from '../support/command-line.ts';
import { keyFiles } from '../support/seals.ts';
import { useLedger } from '../support/ledger.ts';
import { widthOf } from '../../cli/table.ts';
import { itemsOfRound } from '../../db/items.ts';

const ledger = useLedger();
const folder = mkdtempSync(join(tmpdir(), 'rectify-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const root = join(import.meta.dirname, '..', '..');
const sample = join(root, 'documents', 'sample', 'notice.md');
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const rectify = commandLine(ledger);

describe('reading a document', () => {
  test('prints an outline that lines up, or JSON for pipes', async () => {
    const outline = await rectify('parse', sample);
    expect(outline.code).toBe(0);
    expect(outline.out).toContain('2.4');
    const json = JSON.parse((await rectify('parse', sample, '--json')).out) as { parts: object[]; warnings: string[] };
    expect(json.parts).toHaveLength(3);
    expect(json.warnings).toEqual([]);
  });

  test('of what cannot be read says why and ends with 2', async () => {
    expect(await rectify('parse', join(folder, 'none.md'))).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('找不到文件') as string,
    });
    expect(await rectify('--lang', 'en', 'parse', file('empty.md', ''))).toMatchObject({
      code: 2,
      err: expect.stringContaining('no text') as string,
    });
    expect(await rectify('rounds', 'preview', file('letter.md', 'Dear Sir'))).toMatchObject({ code: 2 });
  });
});

describe('a round', () => {
  let id = '';

  test('is imported from a document, after its preview, when that is confirmed', async () => {
    const unconfirmed = await rectify('rounds', 'import', sample);
    expect(unconfirmed).toMatchObject({ code: 2, err: expect.stringContaining('--yes') as string });
    const { code, out } = await rectify(
      'rounds',
      'import',
      sample,
      '--yes',
      '--starts-on',
      '2026-11-23',
      '--title',
      '命令行轮次',
    );
    expect(code).toBe(0);
    id = /r-\d{4}-\w{4}/.exec(out)?.[0] ?? '';
    expect(await itemsOfRound(ledger.current.pool, id)).toHaveLength(10);
    const list = await rectify('rounds', 'list');
    expect(list.out).toContain('命令行轮次');
    const [head = '', rule = ''] = list.out.split('\n');
    expect(widthOf(rule)).toBeGreaterThanOrEqual(widthOf(head));
  });

  test('is imported from an edited preview', async () => {
    const { out } = await rectify('rounds', 'preview', sample);
    const notice = JSON.parse(out) as { parts: { items: object[] }[] };
    const edited = file('notice.json', JSON.stringify({ ...notice, parts: notice.parts.slice(0, 1) }));
    const made = await rectify('rounds', 'import', sample, '--notice', edited, '--again', '--yes');
    const short = /r-\d{4}-\w{4}/.exec(made.out)?.[0] ?? '';
    expect(await itemsOfRound(ledger.current.pool, short)).toHaveLength(3);
    const broken = file('broken.json', '{"parts": 1');
    expect(await rectify('rounds', 'import', sample, '--notice', broken, '--yes')).toMatchObject({ code: 2 });
    const strange = file('strange.json', '{"parts": 1}');
    expect((await rectify('rounds', 'import', sample, '--notice', strange, '--yes')).err).toContain('notice.parts');
    expect(await rectify('rounds', 'import', sample, '--yes', '--title', '  ')).toMatchObject({
      code: 2,
      err: expect.stringContaining('title') as string,
    });
  });

  test('is assigned from a file as offices save them', async () => {
    const rows = ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '2.4', '3.1', '3.2'].map(
      (number) => `${number},"财务科",王小明,zhang@yunling.example`,
    );
    const csv = file(
      'assign.csv',
      `\uFEFF编号,责任单位,承办人,牵头领导\r\n${rows.join('\r\n')}\r\n${id}-10,works,gao,zhang\r\n`,
    );
    expect(await rectify('rounds', 'assign', id, csv)).toMatchObject({ code: 0, out: '已交办 10 / 10 项。' });
    const items = await itemsOfRound(ledger.current.pool, id);
    expect(items.at(-1)?.item).toMatchObject({ unitId: 'works', handlerId: 'gao', leadLeaderId: 'zhang' });
  });

  test('tells every name in the file that it does not know, with the line', async () => {
    const csv = file('bad.csv', 'item,unit,handler,leadLeader\n1.1,财务科,无名,zhang\n9.9,财务科,wang,zhang\n');
    const { code, err } = await rectify('rounds', 'assign', id, csv);
    expect(code).toBe(2);
    expect(err).toContain('bad.csv:2 handler');
    expect(err).toContain('bad.csv:3 item');
    expect(await rectify('rounds', 'assign', id, file('head.csv', 'a,b\n1,2\n'))).toMatchObject({ code: 2 });
  });

  test('is refused a launch with 3 when the facts are against it', async () => {
    const { out } = await rectify('rounds', 'import', sample, '--again', '--yes');
    const draft = /r-\d{4}-\w{4}/.exec(out)?.[0] ?? '';
    const { code, err } = await rectify('rounds', 'launch', draft);
    expect(code).toBe(3);
    expect(err).toContain('尚未交办的事项：1.1、1.2');
    expect(await rectify('rounds', 'show', 'r-none')).toMatchObject({ code: 3 });
  });
});

describe('an item', () => {
  let itemId = '';
  beforeAll(async () => {
    itemId = (await tellRound(ledger.current.pool, [inState('closed')])).itemIds[0] ?? '';
  });

  test('is shown with its life as a readable timeline', async () => {
    const { code, out } = await rectify('items', 'show', itemId);
    expect(code).toBe(0);
    expect(out).toContain('✓ 办结 · 已销号');
    expect(out).toMatch(/ 9 {2}2026-01-05 10:\d\d {2}李敏 {2}/);
    expect(out).toContain('✓ 记录链完整');
    const english = await rectify('--lang', 'en', 'items', 'show', itemId);
    expect(english.out).toContain('✓ Record chain intact');
  });

  test('explains each of its dates, in sentences and for pipes', async () => {
    const { code, out } = await rectify('explain', itemId);
    expect(code).toBe(0);
    expect(out).toContain('自轮次起算日2026年1月5日（周一）起 6 个月。推算至2026年7月5日（周日）');
    expect(out).toContain('由赵青于');
    const told = JSON.parse((await rectify('explain', itemId, '--json')).out) as { dates: { date: string }[] };
    expect(told.dates.map(({ date }) => date)).toContain('due');
  });

  test('is listed by what one looks for', async () => {
    const { out } = await rectify('items', 'list', '--state', 'closed');
    expect(out).toContain(itemId);
    expect((await rectify('items', 'list', '--light', 'red', '--q', 'nothing')).out).toBe('没有符合条件的内容。');
    const json = JSON.parse((await rectify('items', 'list', '--json', '--state', 'closed')).out) as { total: object };
    expect(json.total).toEqual({ count: 1, isExact: true });
  });

  test('hears acts of the person named, and the refusal is told with 3', async () => {
    const refused = await rectify(
      '--as',
      'wang@yunling.example',
      'items',
      'act',
      itemId,
      'report-progress',
      '--json',
      '{"text":"补充"}',
    );
    expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('已销号') as string });
    expect(await rectify('items', 'act', itemId, 'fly')).toMatchObject({
      code: 2,
      err: expect.stringContaining('signFor') as string,
    });
    expect(await rectify('items', 'act', itemId, 'cancel', '--json', '{}')).toMatchObject({
      code: 2,
      err: expect.stringContaining('reason') as string,
    });
    expect(await rectify('--as', 'nobody@x.example', 'items', 'show', itemId)).toMatchObject({ code: 3 });
  });
});

describe('users', () => {
  test('are added with a password that is shown once', async () => {
    const add = (email: string) => rectify('users', 'add', '--email', email, '--name', '何苗', '--role', 'admin');
    const { code, out } = await add('he@yunling.example');
    expect(code).toBe(0);
    expect(out).toMatch(/密码（仅显示这一次）：[2-9a-z-]{19}/);
    expect(await add('he@yunling.example')).toMatchObject({
      code: 3,
      err: expect.stringContaining('he@yunling.example') as string,
    });
    const { rows } = await ledger.current.pool.query(
      `SELECT record_event.by FROM record_event JOIN person ON person.id = record_id
       WHERE kind = 'personCreated' AND email = 'he@yunling.example'`,
    );
    expect(rows).toEqual([{ by: null }]);
    expect((await rectify('users', 'list')).out).toContain('何苗');
  });

  test.each(['a,b@x', 'he@x;me@x', '何苗 <he@x>', `${'a'.repeat(70)}@yunling.example`])(
    'are refused with the address %s, as at the other doors',
    async (email) => {
      const { code, err } = await rectify('users', 'add', '--email', email, '--name', '何', '--role', 'admin');
      expect({ code, err }).toEqual({
        code: 2,
        err: expect.stringContaining(`“${email}”不是可用的邮箱地址`) as string,
      });
    },
  );

  test('are refused without a name', async () => {
    const { code, err } = await rectify('users', 'add', '--email', 'a@x.example', '--name', ' ', '--role', 'admin');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('name') as string });
  });

  test('are asked for who acts when there are several admins', async () => {
    expect(await rectify('rounds', 'list')).toMatchObject({ code: 2, err: expect.stringContaining('--as') as string });
  });
});

test('mails that may have arrived twice are marked, counted and listed apart', async () => {
  const as = ['--as', cast.zhao.email];
  await ledger.current.pool.query(
    `INSERT INTO mail (message_id, person_id, kind, slot, state, unanswered, next_try_at, sent_at, subject)
     SELECT '<cli-' || unanswered || '@x>', id, 'digest', now(), 'sent', unanswered, now(), now(), '摘要' || unanswered
     FROM person, generate_series(0, 1) AS unanswered WHERE person.id = 'wang'`,
  );
  const all = await rectify(...as, 'mails', 'list');
  expect(all.out).toContain('摘要0');
  expect(all.out).toMatch(/已发送 · 可能重复送达 .*摘要1/);
  expect(all.out).toContain('1 封邮件可能重复送达');
  const doubled = await rectify(...as, '--lang', 'en', 'mails', 'list', '--may-have-doubled');
  expect(doubled.out).not.toContain('摘要0');
  expect(doubled.out).toContain('1 mail may have arrived twice');
  const json = JSON.parse((await rectify(...as, 'mails', 'list', '--json')).out) as { mayHaveDoubled: number };
  expect(json.mayHaveDoubled).toBe(1);
});

describe('the program', () => {
  const node = (args: readonly string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [join(root, 'cli', 'main.ts'), ...args], {
      encoding: 'utf8',
      cwd: folder,
      env: { PATH: process.env['PATH'], ...env },
    });

  test('prints one JSON object and nothing else', () => {
    const { status, stdout, stderr } = node(['parse', sample, '--json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(Object.keys(JSON.parse(stdout) as object)).toContain('parts');
  });

  test('ends with 2 for a command line it does not understand', () => {
    expect(node(['fly']).status).toBe(2);
    expect(node(['items', 'list', '--light', 'blue']).status).toBe(2);
    expect(node(['--help']).status).toBe(0);
  });

  test('says what is missing where no system was started', () => {
    const { status, stderr } = node(['rounds', 'list'], { RECTIFY_DATA_DIR: join(folder, 'nothing') });
    expect(status).toBe(2);
    expect(stderr).toContain('npm start');
  });

  test('ends with 1 where the database does not answer', () => {
    const { status, stderr } = node(['rounds', 'list'], {
      ...keyFiles,
      DATABASE_URL: 'postgres://x:y@127.0.0.1:9/z',
      RECTIFY_LANG: 'en',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('does not answer');
  });

  test('reads what npm start wrote about its system', () => {
    const addresses = file(
      'addresses.json',
      JSON.stringify({ ...keyFiles, DATABASE_URL: ledger.current.url, RECTIFY_SAMPLE: 'on' }),
    );
    const { status } = node(['--as', 'zhao@yunling.example', 'rounds', 'list'], {
      RECTIFY_DATA_DIR: join(addresses, '..'),
    });
    expect(status).toBe(0);
  });
});
