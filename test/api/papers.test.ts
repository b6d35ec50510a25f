/** Files made of the ledger, by their routes: what is in them, for whom, and how a browser gets them. */
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { tellRound, type ToldRound } from '../client/stories.ts';
import { cast, type CastMember } from '../support/cast.ts';
import { inState, launched } from '../support/story.ts';
import { roundSheets } from '../../core/round/sheets.ts';

const house = useApi();
let told: ToldRound;

beforeAll(async () => {
  const ofWorks = launched().act('disown').act('assign', { unitId: 'works', handlerId: 'gao' });
  const reported = inState('inProgress')
    .act('reportProgress', { text: '=2+5' })
    .act('reportProgress', { text: '=1+1' });
  told = await tellRound(house.context.pool, [reported, ofWorks, inState('closed'), inState('interim')]);
  house.context.clock = '2026-01-06T02:00:00.000Z';
});

const get = (who: CastMember, path: string) => house.as(who, { method: 'GET', url: encodeURI(path) });

async function rowsAt(who: CastMember, path: string) {
  const { rawPayload } = await get(who, path);
  const [sheet] = (await readXlsx(new Uint8Array(rawPayload))).sheets;
  const [, note = [], heads = [], ...rows] = sheet?.rows ?? [];
  const cell = (row: number, head: string) => rows[row]?.[heads.indexOf(head)];
  return { note: String(note[0]), rows, cell };
}

describe('a list of a round', () => {
  test.each(roundSheets)(
    '%s comes as an attachment that no browser runs, under a name that can be read',
    async (sheet) => {
      const { statusCode, headers } = await get(cast.zhao, `/api/rounds/${told.roundId}/sheets/${sheet}`);
      expect(statusCode).toBe(200);
      expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
      expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''%E4%BA%91.*2026-01-06\.xlsx$/);
      expect(headers['content-security-policy']).toBe("sandbox; default-src 'none'; frame-ancestors 'none'");
      expect(headers['cache-control']).toBe('private, no-store');
    },
  );

  test('holds what is in the ledger, with the newest report, as a text', async () => {
    const { rows, cell } = await rowsAt(cast.zhao, `/api/rounds/${told.roundId}/sheets/ledger`);
    expect(rows).toHaveLength(4);
    expect([cell(0, '编号'), cell(0, '责任单位'), cell(0, '进展情况')]).toEqual(['1.1', '财务科', '=1+1']);
    expect([cell(2, '状态'), cell(2, '完成情况')]).toEqual(['已销号', '资产已全部登记入账。']);
    expect(cell(3, '整改期限')).toEqual(new Date('2027-06-01'));
    expect(cell(3, '备注')).toBe('2027年节假日安排未公布');
  });

  test('tells staff of their own items alone, and says so', async () => {
    const { note, rows, cell } = await rowsAt(cast.gao, `/api/rounds/${told.roundId}/sheets/findings`);
    expect(rows).toHaveLength(1);
    expect(cell(0, '责任单位')).toBe('工程科');
    expect(note).toContain('只含工程科的事项');
  });

  test('is in the language that is asked for', async () => {
    const { cell } = await rowsAt(cast.zhao, `/api/rounds/${told.roundId}/sheets/closures?lang=en`);
    expect(cell(2, 'State')).toBe('Closed');
  });

  test('is not there for a round that is not there, nor is a list of another name', async () => {
    expect((await get(cast.zhao, '/api/rounds/none/sheets/ledger')).statusCode).toBe(404);
    expect((await get(cast.zhao, `/api/rounds/${told.roundId}/sheets/secrets`)).statusCode).toBe(400);
  });
});

test('the review file of an item tells its whole life to whoever may see it', async () => {
  const [itemId] = told.itemIds;
  const { rawPayload } = await get(cast.wang, `/api/items/${itemId}/review-file`);
  const { sheets } = await readXlsx(new Uint8Array(rawPayload));
  expect(sheets.at(-1)?.rows.at(-1)).toEqual([expect.any(Number), '2026-01-05 10:05', '王小明', '报送进展：=1+1']);
  expect((await get(cast.gao, `/api/items/${itemId}/review-file`)).statusCode).toBe(404);
});

describe('the progress notice of a round', () => {
  const path = (form: string, roundId = told.roundId) => `/api/rounds/${roundId}/bulletin?form=${form}`;

  /** The document that the round was made of, as if it had been read. */
  const tellDocument = (roundId: string, items: number) =>
    house.context.pool.query(
      `UPDATE round SET notice = notice || jsonb_build_object('organ', '中共云岭县水利局党组', 'parts', jsonb_build_array(
         jsonb_build_object('number', '一', 'heading', '一、资产管理方面', 'items', (
           SELECT jsonb_agg(jsonb_build_object('number', null, 'title', '问题之' || position, 'measures', '[]'::jsonb) ORDER BY position)
           FROM generate_series(1, $2) AS position)))) WHERE id = $1`,
      [roundId, items],
    );

  test('is computed from the ledger, and says the same in each of its forms', async () => {
    await tellDocument(told.roundId, 4);
    const markdown = (await get(cast.zhao, path('md'))).body;
    expect(markdown).toContain('截至2026年1月6日，巡察反馈的4个问题，已完成整改1个，取得阶段性成效1个，正在整改2个。');
    expect(markdown).toContain('### （三）问题之3\n\n整改进展：资产已全部登记入账。该问题已完成整改。');
    // The newest report of the first; nothing was said of the second.
    expect(markdown).toContain('整改进展：=1+1。该问题正在整改，整改期限为2026年7月6日。');
    expect(markdown).toContain('### （二）问题之2\n\n整改进展：该问题正在整改，整改期限为2026年7月6日。');
    const html = await get(cast.li, path('html'));
    expect(html.headers['content-disposition']).toMatch(/^attachment; .*\.html$/);
    expect(html.body).toContain('<h3>（三）问题之3</h3>');
    const docx = unzipSync((await get(cast.li, path('docx'))).rawPayload);
    const document = docx['word/document.xml'];
    expect(document === undefined ? '' : strFromU8(document)).toContain('一、资产管理方面');
    expect((await get(cast.gao, path('md'))).statusCode).toBe(404);
  });

  test('is refused where it would not add up, and names the items; before the launch there is none', async () => {
    await tellDocument(told.roundId, 5);
    const more = await get(cast.zhao, path('md'));
    expect(more.statusCode).toBe(409);
    expect(more.json()).toMatchObject({
      code: 'bulletinIncomplete',
      facts: { faults: [{ number: '1.5', problem: 'notInLedger' }] },
    });
    await tellDocument(told.roundId, 3);
    const fewer = await get(cast.zhao, path('md'));
    expect(fewer.json()).toMatchObject({ facts: { faults: [{ number: '1.4', problem: 'notInDocument' }] } });
    const draft = await tellRound(house.context.pool, [inState('draft')], { state: 'draft' });
    expect((await get(cast.zhao, path('md', draft.roundId))).json()).toMatchObject({ code: 'roundNotLaunched' });
  });
});
