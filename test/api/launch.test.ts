import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { cast } from '../support/cast.ts';
import { china } from '../../core/rules/china.ts';
import { defaultPolicy } from '../../core/rules/policy.ts';
import type { Notice } from '../../core/round/notice.ts';
import { itemsOfRound } from '../../db/items.ts';
import { recordEventsOf } from '../../db/record-events.ts';
import { asAdmin } from '../support/ledger.ts';

const house = useApi();
const source = readFileSync(new URL('../../documents/sample/notice.md', import.meta.url), 'utf8');

type Json = Record<string, unknown>;
interface Refused {
  code: string;
  message: string;
  facts: Json & { faults: Json[] };
}

const post = async (url: string, payload: object) => {
  const response = await house.as(cast.zhao, { method: 'POST', url, payload });
  return { status: response.statusCode, body: response.json<Json & Refused>() };
};

let notice: Notice;
beforeEach(async () => {
  notice = (await post('/api/rounds/preview', { source })).body['notice'] as Notice;
});

const importSample = async (more: object = {}) =>
  post('/api/rounds', { title: '示例轮次', source, notice, startsOn: '2026-01-05', again: true, ...more });

const assigned = { unitId: 'finance', handlerId: 'wang', leadLeaderId: 'zhang' };

async function assignedRound(): Promise<string> {
  const id = (await importSample()).body['id'] as string;
  const items = await itemsOfRound(house.context.pool, id);
  const assignments = items.map((item) => ({ itemId: item.id, ...assigned }));
  expect((await post(`/api/rounds/${id}/assignments`, { assignments })).status).toBe(200);
  return id;
}

describe('an assignment', () => {
  test('gives items to people, and the same again adds nothing', async () => {
    const id = await assignedRound();
    const items = await itemsOfRound(house.context.pool, id);
    expect(items.every(({ item }) => item.handlerId === 'wang' && item.state === 'draft' && item.seq === 2)).toBe(true);
    const assignments = items.map((item) => ({ itemId: item.id, ...assigned }));
    const again = await post(`/api/rounds/${id}/assignments`, { assignments });
    expect(again.body).toMatchObject({ assignedCount: 10 });
    expect((await itemsOfRound(house.context.pool, id)).every(({ item }) => item.seq === 2)).toBe(true);
  });

  test('with faults tells each of them and saves none', async () => {
    const id = (await importSample()).body['id'] as string;
    const item = (position: number) => `${id}-0${position}`;
    const assignments = [
      { itemId: item(1), ...assigned },
      { itemId: item(2), ...assigned, unitId: 'nowhere' },
      { itemId: item(3), ...assigned, handlerId: 'nobody' },
      { itemId: item(4), ...assigned, handlerId: 'gao' },
      { itemId: item(5), ...assigned, leadLeaderId: 'lin' },
      { itemId: item(6), unitId: 'bureau', handlerId: 'zhang', leadLeaderId: 'zhang' },
      { itemId: item(1), ...assigned },
      { itemId: 'elsewhere', ...assigned },
    ];
    const { status, body } = await post(`/api/rounds/${id}/assignments`, { assignments });
    expect(status).toBe(422);
    expect(body.code).toBe('assignmentFaults');
    expect(body.facts.faults.map(({ itemId, problem }) => `${String(itemId).slice(-2)} ${String(problem)}`)).toEqual([
      '02 unknownUnit',
      '02 handlerOfOtherUnit',
      '03 unknownHandler',
      '04 handlerOfOtherUnit',
      '05 leadLeaderNotSupervisor',
      '06 handlerNotStaff',
      '06 samePerson',
      '01 twice',
      're unknownItem',
    ]);
    expect(body.message).toContain('全部未保存');
    const items = await itemsOfRound(house.context.pool, id);
    expect(items.every(({ item }) => item.handlerId === null && item.seq === 1)).toBe(true);
  });

  test('can be an act on the one item, too, while nothing else can be done to a draft', async () => {
    const id = (await importSample()).body['id'] as string;
    const url = `/api/items/${id}-01/acts`;
    const answer = await post(`${url}/assign`, { commandId: 'press-0001', ...assigned });
    expect(answer).toMatchObject({ status: 200, body: { state: 'draft', seq: 2 } });
    const cancel = await post(`${url}/cancel`, { commandId: 'press-0002', reason: '重复的问题，合并到一项办理' });
    expect(cancel).toMatchObject({ status: 409, body: { code: 'roundNotLaunched' } });
    expect(house.context.temporal.commands).toEqual([]);
    const shown = await house.as(cast.zhao, { method: 'GET', url: `/api/items/${id}-01` });
    expect(shown.json<{ acts: string[] }>().acts).toEqual(['assign']);
  });
});

describe('the settings', () => {
  test('of a draft are a new version of the policy, told as a fact', async () => {
    const id = (await importSample()).body['id'] as string;
    const policy = { ...defaultPolicy, periodMonths: 3, version: 99 };
    const response = await house.as(cast.zhao, {
      method: 'PATCH',
      url: `/api/rounds/${id}`,
      payload: { policy, startsOn: '2026-01-12' },
    });
    expect(response.json()).toMatchObject({
      startsOn: '2026-01-12',
      policy: { version: 2, periodMonths: 3 },
      deadlines: { dueOn: '2026-04-13' },
    });
    const kinds = (await recordEventsOf(house.context.pool, id)).map(({ kind }) => kind);
    expect(kinds).toEqual(['roundImported', 'roundChanged']);
  });

  test('may get another title, with the fact of it, and keep their rules', async () => {
    const id = (await importSample()).body['id'] as string;
    const rename = (title: string) =>
      house.as(cast.zhao, { method: 'PATCH', url: `/api/rounds/${id}`, payload: { title } });
    expect((await rename('  县委第六轮巡察整改  ')).json()).toMatchObject({
      title: '县委第六轮巡察整改',
      policy: { version: 1 },
    });
    expect((await rename(' ')).statusCode).toBe(400);
    const fact = (await recordEventsOf(house.context.pool, id)).at(-1);
    expect(fact).toMatchObject({ kind: 'roundChanged', by: 'zhao', data: { title: '县委第六轮巡察整改' } });
  });

  test('may not begin so early that the whole would be over, nor may an import', async () => {
    const id = (await importSample()).body['id'] as string;
    const response = await house.as(cast.zhao, {
      method: 'PATCH',
      url: `/api/rounds/${id}`,
      payload: { startsOn: '2025-06-02' },
    });
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({
      code: 'startTooEarly',
      facts: { given: '2025-06-02', dueOn: '2025-12-02' },
    });
    const longer = { ...defaultPolicy, periodMonths: 36 };
    const both = { startsOn: '2025-06-02', policy: longer };
    expect((await house.as(cast.zhao, { method: 'PATCH', url: `/api/rounds/${id}`, payload: both })).statusCode).toBe(
      200,
    );
  });

  test('tell every fault of a policy with its path', async () => {
    const id = (await importSample()).body['id'] as string;
    const policy = { ...defaultPolicy, periodMonths: 99, mailSlot: '9 Uhr' };
    const response = await house.as(cast.zhao, { method: 'PATCH', url: `/api/rounds/${id}`, payload: { policy } });
    expect(response.statusCode).toBe(422);
    const { code, facts, message } = response.json<Refused>();
    expect(code).toBe('policyFaults');
    expect(facts.faults.map(({ path }) => path)).toEqual(['mailSlot', 'periodMonths']);
    expect(message).toContain('periodMonths');
  });
});

describe('a launch', () => {
  test('is refused with what is missing', async () => {
    const id = (await importSample()).body['id'] as string;
    const { status, body } = await post(`/api/rounds/${id}/launch`, {});
    expect(status).toBe(409);
    expect(body.code).toBe('notReadyToLaunch');
    expect(body.facts).toMatchObject({
      unassigned: ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '2.4', '3.1', '3.2', '3.3'],
      overDueOn: null,
    });
  });

  test('is refused when the due date is over, or a person has no address', async () => {
    const id = await assignedRound();
    const { pool } = house.context;
    // A draft that was left lying for too long.
    await pool.query(`UPDATE round SET starts_on = '2025-06-02' WHERE id = $1`, [id]);
    await asAdmin(pool, `UPDATE person SET email = '' WHERE id = 'lin'`);
    try {
      const { body } = await post(`/api/rounds/${id}/launch`, {});
      expect(body.facts).toEqual({ unassigned: [], withoutAddress: ['林晓'], overDueOn: '2025-12-02' });
    } finally {
      await asAdmin(pool, `UPDATE person SET email = 'lin@yunling.example' WHERE id = 'lin'`);
    }
    expect(house.context.temporal.rounds).toEqual([]);
  });

  test('is refused when somebody has changed unit or role since they were named', async () => {
    const id = await assignedRound();
    const { pool } = house.context;
    await asAdmin(pool, `UPDATE person SET unit_id = 'works' WHERE id = 'wang'`);
    try {
      const { status, body } = await post(`/api/rounds/${id}/launch`, {});
      expect(status).toBe(422);
      expect(body).toMatchObject({ code: 'assignmentFaults' });
      expect(body.facts.faults).toHaveLength(10);
      expect(body.facts.faults[0]).toMatchObject({ problem: 'handlerOfOtherUnit', given: 'wang' });
    } finally {
      await asAdmin(pool, `UPDATE person SET unit_id = 'finance' WHERE id = 'wang'`);
    }
    expect((await post(`/api/rounds/${id}/launch`, {})).status).toBe(202);
  });

  test('takes the calendar of its day, not that of the import', async () => {
    const id = await assignedRound();
    const { pool } = house.context;
    await pool.query(`UPDATE round SET calendar = '{}' WHERE id = $1`, [id]);
    const { body } = await post(`/api/rounds/${id}/launch`, {});
    expect(body).toMatchObject({ state: 'launching', calendar: china });
  });

  test('is written first and asks for one workflow, however often it is pressed', async () => {
    const id = await assignedRound();
    const first = await post(`/api/rounds/${id}/launch`, {});
    expect(first).toMatchObject({ status: 202, body: { state: 'launching' } });
    const second = await post(`/api/rounds/${id}/launch`, {});
    expect(second).toMatchObject({ status: 202, body: { state: 'launching' } });
    expect(house.context.temporal.rounds.slice(-2)).toEqual([id, id]);
    const { rows } = await house.context.pool.query('SELECT open_count FROM round WHERE id = $1', [id]);
    expect(rows).toEqual([{ open_count: 10 }]);
    const kinds = (await recordEventsOf(house.context.pool, id)).map(({ kind }) => kind);
    expect(kinds).toEqual(['roundImported', 'roundLaunched']);
  });

  test('closes the draft: neither assignments nor settings change any more', async () => {
    const id = await assignedRound();
    await post(`/api/rounds/${id}/launch`, {});
    const assign = await post(`/api/rounds/${id}/assignments`, { assignments: [{ itemId: `${id}-01`, ...assigned }] });
    expect(assign).toMatchObject({ status: 409, body: { code: 'roundNotDraft', facts: { state: 'launching' } } });
    const settings = await house.as(cast.zhao, {
      method: 'PATCH',
      url: `/api/rounds/${id}`,
      payload: { startsOn: '2026-01-12' },
    });
    expect(settings.statusCode).toBe(409);
    const round = await house.as(cast.zhao, { method: 'GET', url: `/api/rounds/${id}` });
    expect(round.json()).toMatchObject({ startsOn: '2026-01-05', policy: { version: 1 } });
    expect((await itemsOfRound(house.context.pool, id)).every(({ item }) => item.seq === 2)).toBe(true);
  });
});
