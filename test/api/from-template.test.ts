/** A draft round from a template: looked at, refused whole, made with its measures and with who carries its items. */
import { describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { cast } from '../support/cast.ts';
import { grid, xlsx } from '../support/documents/xlsx.ts';
import { multipart } from '../support/upload.ts';
import { firstBreak } from '../../db/chain.ts';
import { eventsOf } from '../../db/events.ts';
import { itemsOfRound } from '../../db/items.ts';
import { readRound } from '../../db/rounds.ts';

const house = useApi();

interface Answer {
  code: string;
  roundId: string;
  entries: { row: number; name: string; outcome: string; changes: string[] }[];
  faults: { row: number; column: string | null; message: string }[];
}

const heads = [
  '问题',
  '方面',
  '整改措施',
  '责任单位',
  '承办人',
  '牵头领导',
  '配合单位',
  '整改期限',
  '立行立改',
  '编号',
];
const sheet = (...rows: readonly (string | null)[][]) =>
  xlsx({ sheets: [{ rows: grid([['云岭局整改事项'], heads, ...rows]) }] });

const handIn = async (bytes: Uint8Array, path = '') => {
  const { payload, headers } = multipart([{ name: '事项.xlsx', bytes: Buffer.from(bytes) }]);
  const url = `/api/rounds/from-template${path}`;
  const response = await house.as(cast.zhao, { method: 'POST', url, payload, headers });
  return { status: response.statusCode, body: response.json<Answer>() };
};

const countOf = async (table: string): Promise<number> => {
  const { rows } = await house.context.pool.query<{ count: number }>(`SELECT count(*)::integer AS count FROM ${table}`);
  return rows[0]?.count ?? -1;
};

const good = sheet(
  ['登记不全', '一、管理', '补登\n核对', '财务科', cast.wang.email, '张立', '工程科', '2026-09-30', '是', '问题一'],
  ['制度不全', '二、制度', null, '工程科', null, null, null, null, null, null],
  ['账目不清', '一、管理', '清账', '财务科', '王小明', '张立', null, null, null, null],
);

describe('a round from a template', () => {
  test('is looked at first, and nothing is written', async () => {
    const { status, body } = await handIn(good, '/preview');
    expect(status).toBe(200);
    expect(body.faults).toEqual([]);
    expect(body.entries.map(({ row, name, changes }) => [row, name, changes.length])).toEqual([
      [3, '登记不全', 4],
      [5, '账目不清', 4],
      [4, '制度不全', 1],
    ]);
    expect(await countOf('round')).toBe(0);
  });

  test('is a draft whose items have their measures, and are assigned where all three are named', async () => {
    const { status, body } = await handIn(good);
    expect(status).toBe(201);
    const { pool } = house.context;
    const made = await readRound(pool, body.roundId);
    expect(made).toMatchObject({ title: '云岭局整改事项', state: 'draft', startsOn: '2026-01-05', itemCount: 3 });
    expect(made?.notice.responsibilities).toMatchObject([
      {
        position: 1,
        leader: '张立',
        owner: '王小明',
        unit: '财务科',
        supportingUnits: ['工程科'],
        dueOn: '2026-09-30',
      },
      { position: 2, owner: '王小明', dueOn: null },
      { position: 3, unit: '工程科', owner: null, leader: null },
    ]);
    const items = await itemsOfRound(pool, body.roundId);
    expect(
      items.map(({ number, title, sourceMeasures, item }) => [number, title, sourceMeasures, item.handlerId]),
    ).toEqual([
      ['1.1', '登记不全', ['补登', '核对'], 'wang'],
      ['1.2', '账目不清', ['清账'], 'wang'],
      ['2.1', '制度不全', [], null],
    ]);
    expect(items[0]?.item.immediate).toBe(true);
    const links = await eventsOf(pool, items[0]?.id ?? '');
    expect(links.map(({ event }) => [event.type, event.by])).toEqual([
      ['imported', 'zhao'],
      ['assigned', 'zhao'],
    ]);
    expect(firstBreak(items[0]?.id ?? '', links)).toBeNull();
  });

  test('is refused whole, with every fault at its place', async () => {
    const before = [await countOf('round'), await countOf('item')];
    const bad = sheet(
      ['登记不全', null, '补登', '财务科', '高远', '王小明', '没有的科', null, null, null],
      ['登记不全', null, null, null, '无名', '林晓', null, null, null, null],
      ['账目不清', null, null, '财务科', cast.zhang.email, cast.zhang.email, null, '明年', null, null],
    );
    const { body } = await handIn(bad, '/preview');
    expect(
      body.faults.map(({ row, column, message }) => `${column ?? ''}${row} ${message.split('：').at(-1)}`),
    ).toEqual([
      'H5 “明年”不是日期，请写成 2026-09-30。',
      'A4 “登记不全”已在“S0”第 3 行出现。',
      'G3 没有单位“没有的科”。',
      'E3 承办人“高远”不属于该责任单位。',
      'F3 牵头领导“王小明”不是审核人员。',
      'D4 没有填写。',
      'E4 没有人员“无名”。',
      'E5 承办人“张立”不是经办人员。',
      'E5 承办人和牵头领导不能同为“张立”。',
    ]);
    expect(await handIn(bad)).toMatchObject({ status: 422, body: { code: 'formFaults' } });
    expect([await countOf('round'), await countOf('item')]).toEqual(before);
  });

  test('needs at least one finding', async () => {
    expect(await handIn(sheet())).toMatchObject({ status: 422, body: { code: 'noticeWithoutItems' } });
  });
});
