/** A sheet of progress at the door: handed out with the open items of a unit, looked at, and entered item by item. */
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { tellRound, type ToldRound } from '../client/stories.ts';
import { cast } from '../support/cast.ts';
import { inState, launched } from '../support/story.ts';
import { multipart } from '../support/upload.ts';
import { Refused } from '../../client/refused.ts';
import { uploadsOf } from '../../db/evidence.ts';

const house = useApi();
let told: ToldRound;

beforeAll(async () => {
  const ofWorks = launched().act('disown').act('assign', { unitId: 'works', handlerId: 'gao' });
  told = await tellRound(house.context.pool, [launched(), inState('closed'), ofWorks, inState('inProgress')]);
  house.context.clock = '2026-03-03T02:00:00.000Z';
});

interface Answer {
  readonly code: string;
  readonly entries: { row: number; name: string; outcome: string }[];
  readonly faults: { row: number; column: string | null; message: string }[];
  readonly refused: { number: string; message: string }[];
}

const heads = '编号,问题,进展情况,是否完成,填报日期,填报人,备注';
const handIn = async (lines: readonly string[], path = '') => {
  const bytes = Buffer.from([heads, ...lines].join('\n'));
  const { payload, headers } = multipart([{ name: '进\u202e展.csv', bytes }]);
  const url = `/api/rounds/${told.roundId}/progress${path}`;
  const response = await house.as(cast.zhao, { method: 'POST', url, payload, headers });
  return { status: response.statusCode, body: response.json<Answer>() };
};

const good = ['1.1,问题之1,已补登,是,2026-03-02,苏敏,', '1.4,,已清账,,,,缺一份回执'];

describe('a sheet of progress', () => {
  test('holds the open items of its unit and no others', async () => {
    const url = `/api/rounds/${told.roundId}/progress?unit=finance`;
    const response = await house.as(cast.zhao, { method: 'GET', url });
    const [sheet] = (await readXlsx(new Uint8Array(response.rawPayload))).sheets;
    const [title = [], , , ...rows] = sheet?.rows ?? [];
    expect(title[0]).toBe('云岭县水利局整改整改进展报送表（财务科）');
    expect(rows.map(([number, finding]) => [number, finding])).toEqual([
      ['1.1', '问题之1'],
      ['1.4', '问题之4'],
    ]);
  });

  test('is in the language that is asked for', async () => {
    const url = `/api/rounds/${told.roundId}/progress?unit=finance&lang=en`;
    const { rawPayload } = await house.as(cast.zhao, { method: 'GET', url });
    expect((await readXlsx(new Uint8Array(rawPayload))).sheets[0]?.rows[2]?.[4]).toBe('Progress');
  });

  test('of a draft, of no round and of no unit is not there', async () => {
    const draft = await tellRound(house.context.pool, [inState('draft')], { state: 'draft' });
    const get = async (path: string) => {
      const response = await house.as(cast.zhao, { method: 'GET', url: `/api/rounds/${path}` });
      return response.json<Answer>().code;
    };
    expect(await get(`${draft.roundId}/progress?unit=finance`)).toBe('roundNotLaunched');
    expect(await get('r-none/progress?unit=finance')).toBe('notFound');
    expect(await get(`${told.roundId}/progress?unit=none`)).toBe('notFound');
  });

  test('is looked at first, and nothing is sent', async () => {
    const { status, body } = await handIn(good, '/preview');
    expect([status, body.faults]).toEqual([200, []]);
    expect(body.entries.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['1.1 问题之1', 'added'],
      ['1.4 问题之4', 'added'],
    ]);
    expect(house.context.temporal.commands).toEqual([]);
  });

  test('is refused whole, with what the item itself says no to', async () => {
    const bad = ['1.2,问题之2,已办结,,2026-03-02,苏敏,', '1.1,问题之4,已补登,,2026-03-04,苏敏,'];
    const { body } = await handIn(bad, '/preview');
    expect(
      body.faults.map(({ row, column, message }) => `${column ?? ''}${row} ${message.split('：')[1] ?? ''}`),
    ).toEqual([
      'B3 与编号不符，该编号的问题是“问题之1”。',
      expect.stringMatching(/^2 .*已销号/),
      expect.stringMatching(/^E3 .*2026年3月4日/),
    ]);
    expect(await handIn(bad)).toMatchObject({ status: 422, body: { code: 'formFaults' } });
    expect(house.context.temporal.commands).toEqual([]);
  });

  test('is entered as one act for each item, with the sheet kept for each', async () => {
    const { status, body } = await handIn(good);
    expect([status, body.refused]).toEqual([200, []]);
    const { pool, temporal } = house.context;
    const sent = temporal.commands.flatMap((command) => (command.type === 'recordProgress' ? [command] : []));
    // Side by side, in no order.
    sent.sort((one, other) => one.note.length - other.note.length);
    expect(sent).toMatchObject([
      { actor: { personId: 'zhao' }, text: '已补登', isDone: true, reporter: '苏敏', file: { name: '进展.csv' } },
      { text: '已清账', isDone: null, reporter: '苏敏', reportedOn: '2026-03-02', note: '缺一份回执' },
    ]);
    const kept = await uploadsOf(pool, told.itemIds[0] ?? '', [sent[0]?.evidenceId ?? '']);
    expect([...kept.values()]).toMatchObject([{ mediaType: 'text/csv', uploadedBy: 'zhao' }]);
  });

  test('tells of which item nothing was recorded after all', async () => {
    house.context.temporal.answer = () => Promise.reject(new Refused({ code: 'busy', waiting: 21 }));
    const { body } = await handIn(good);
    expect(body.refused.map(({ number }) => number)).toEqual(['1.1', '1.4']);
    expect(body.refused[0]?.message.length).toBeGreaterThan(5);
  });
});
