/** Files made of the ledger, by their routes: what is in them, for whom, and how a browser gets them. */
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

  test('of a past day is made of the facts of then, and of no day to come', async () => {
    const on = (day: string) => `/api/rounds/${told.roundId}/sheets/ledger?on=${day}`;
    const { rows, cell, note } = await rowsAt(cast.zhao, on('2026-01-05'));
    expect([rows.length, cell(0, '进展情况')]).toEqual([4, '=1+1']);
    expect(note).toContain('2026-01-05 23:59');
    expect((await get(cast.zhao, on('2026-01-04'))).statusCode).toBe(404);
    expect((await get(cast.zhao, on('2026-01-07'))).json()).toMatchObject({ code: 'dayNotCome' });
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
