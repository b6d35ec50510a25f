/** People and units from a template: looked at, refused whole, written once. */
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { actor, cast, type CastMember } from '../support/cast.ts';
import { grid, xlsx } from '../support/documents/xlsx.ts';
import { multipart } from '../support/upload.ts';
import { verifyLedger } from '../../client/verify.ts';
import { recordEventsOf } from '../../db/record-events.ts';

const house = useApi();

interface Report {
  code: string;
  message: string;
  entries: { name: string; row: number; outcome: string; changes: string[] }[];
  faults: { row: number; column: string | null; message: string }[];
}

const handIn = async (bytes: Uint8Array, path = '/api/people/import', who: CastMember = cast.zhao) => {
  const { payload, headers } = multipart([{ name: '名单.xlsx', bytes: Buffer.from(bytes) }]);
  const response = await house.as(who, { method: 'POST', url: path, payload, headers });
  return { status: response.statusCode, body: response.json<Report>() };
};

const countOf = async (table: string): Promise<number> => {
  const { rows } = await house.context.pool.query<{ count: number }>(`SELECT count(*)::integer AS count FROM ${table}`);
  return rows[0]?.count ?? -1;
};

const list = (people: readonly (string | number | null)[][], units: readonly (string | number | null)[][] = []) =>
  xlsx({
    sheets: [
      { rows: grid([['姓名', '邮箱', '权限', '单位', '电话'], ...people]) },
      { rows: grid([['单位名称', '联络员'], ...units]) },
    ],
  });
const good = list(
  [
    ['何苗', 'he@yunling.example', '经办人员', '档案科', 13800000000],
    ['高远', cast.gao.email, null, null, '000-5550101'],
  ],
  [['档案科', 'he@yunling.example']],
);

describe('people from a template', () => {
  test('are looked at first, and nothing is written', async () => {
    await house.as(cast.zhao, { method: 'GET', url: '/api/people' });
    const before = await countOf('record_event');
    const { status, body } = await handIn(good, '/api/people/import/preview');
    expect(status).toBe(200);
    expect(body.entries.map(({ name, outcome, changes }) => [name, outcome, changes])).toEqual([
      ['档案科', 'added', []],
      ['何苗', 'added', []],
      ['高远', 'changed', ['电话  -- → 000-5550101']],
    ]);
    expect(await countOf('record_event')).toBe(before);
  });

  test('are refused whole for one fault, told in the language of who asks', async () => {
    const before = [await countOf('person'), await countOf('unit'), await countOf('record_event')];
    const bad = list([
      ['何苗', 'he@yunling.example', '经办人员', '财务科', null],
      ['贺云', 'no address', '经办人员', '没有的科', null],
    ]);
    const { status, body } = await handIn(bad);
    expect([status, body.code]).toEqual([422, 'formFaults']);
    expect(body.message).toContain('“S0”第 3 行 B 列（邮箱）：“noaddress”不是可用的邮箱地址。');
    const looked = await handIn(bad, '/api/people/import/preview?lang=en');
    expect(looked.body.faults).toMatchObject([
      { row: 3, column: 'B', message: expect.stringContaining('is no email') as string },
    ]);
    expect([await countOf('person'), await countOf('unit'), await countOf('record_event')]).toEqual(before);
  });

  test('are written with their facts, and the same file again changes nothing', async () => {
    expect(await handIn(good)).toMatchObject({ status: 200, body: { faults: [] } });
    const { pool } = house.context;
    const { rows } = await pool.query<{ id: string; unit: string; liaison: string }>(
      `SELECT person.id, unit.id AS unit, unit.liaison_id AS liaison FROM person JOIN unit ON unit.id = unit_id
       WHERE email = 'he@yunling.example'`,
    );
    const [he] = rows;
    expect(he?.liaison).toBe(he?.id);
    const facts = await recordEventsOf(pool, he?.id ?? '');
    expect(facts).toMatchObject([{ kind: 'personCreated', by: 'zhao', data: { name: '何苗', unitId: he?.unit } }]);
    expect(JSON.stringify(facts)).not.toMatch(/yunling|1380/);
    expect((await recordEventsOf(pool, he?.unit ?? '')).map(({ kind }) => kind)).toEqual([
      'unitCreated',
      'unitChanged',
    ]);
    const written = await countOf('record_event');
    expect((await handIn(good)).body.entries.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same']);
    expect(await countOf('record_event')).toBe(written);
  });

  test('give up an admin only when another is there', async () => {
    const swap = list([
      ['赵青', cast.zhao.email, '审核人员', null, null],
      ['李敏', cast.li.email, '管理员', null, null],
    ]);
    expect((await handIn(swap)).status).toBe(200);
    expect(await handIn(swap, '/api/people/import', cast.li)).toMatchObject({ status: 200 });
    const back = list([['赵青', cast.zhao.email, '管理员', null, null]]);
    expect((await handIn(back, '/api/people/import', cast.li)).status).toBe(200);
    // Whoever's rights change signs in anew.
    house.forgetSessions();
  });

  test('come from a file that is a workbook with the heads of the template', async () => {
    const other = await writeXlsx({ sheets: [{ name: 'A', rows: [['姓名'], ['何苗']] }] });
    expect(await handIn(other)).toMatchObject({ status: 422, body: { code: 'formUnknown' } });
    expect(await handIn(new TextEncoder().encode('姓名\n何苗'))).toMatchObject({
      status: 422,
      body: { code: 'noticeUnreadable' },
    });
    expect(await handIn(new TextEncoder().encode('姓名,电话\n何苗,1'))).toMatchObject({
      status: 422,
      body: { code: 'formUnknown' },
    });
  });

  test('leave a ledger that verifies', async () => {
    expect((await verifyLedger(house.context, actor(cast.zhao))).breaches).toEqual([]);
  });
});

test('the template of people comes as an attachment', async () => {
  const { statusCode, headers, rawPayload } = await house.as(cast.zhao, { method: 'GET', url: '/api/people/template' });
  expect(statusCode).toBe(200);
  expect(decodeURIComponent(String(headers['content-disposition']))).toContain('人员与单位.xlsx');
  expect(await handIn(rawPayload)).toMatchObject({ status: 200, body: { entries: [], faults: [] } });
});
