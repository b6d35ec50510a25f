import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from './support.ts';
import type { Installation, RoundDetail } from '../../api/contract.ts';
import { firstBreak } from '../../db/chain.ts';
import { eventsOf } from '../../db/events.ts';
import { itemsOfRound } from '../../db/items.ts';
import { recordEventsOf } from '../../db/record-events.ts';

const house = useApi();

/** The cast of the tests makes way: the sample wants an empty installation. */
async function empty(): Promise<void> {
  const { pool } = house.context;
  const { rows } = await pool.query<{ name: string }>('SELECT current_database() AS name');
  const owner = new pg.Client({ ...(pool.options as pg.ClientConfig), database: rows[0]?.name, options: '' });
  await owner.connect();
  try {
    await owner.query('UPDATE unit SET liaison_id = NULL');
    await owner.query('DELETE FROM session');
    await owner.query('DELETE FROM person');
    await owner.query('DELETE FROM unit');
  } finally {
    await owner.end();
  }
}

const installation = async () =>
  (await house.as(null, { method: 'GET', url: '/api/installation' })).json<Installation>();
const install = (payload: object) => house.as(null, { method: 'POST', url: '/api/sample', payload });

beforeAll(empty);

describe('an empty installation', () => {
  test('says so, and how to sign in once the sample is there', async () => {
    const { sampleAccounts: accounts, ...rest } = await installation();
    expect(rest).toEqual({ empty: true, sampleAllowed: true, mailPage: null, openid: null });
    expect(accounts.map(({ role }) => role)).toEqual(['staff', 'supervisor', 'admin']);
  });

  test('takes the sample whole or not at all', async () => {
    const clock = house.context.now;
    Object.assign(house.context, { now: () => 'not a moment' });
    try {
      expect((await install({})).statusCode).toBe(500);
    } finally {
      Object.assign(house.context, { now: clock });
    }
    expect((await installation()).empty).toBe(true);
  });

  test('becomes the sample with one click, once, also when two people click', async () => {
    const answers = await Promise.all([install({}), install({})]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const round = answers.find(({ statusCode }) => statusCode === 200)?.json<RoundDetail>();
    expect(round).toMatchObject({ state: 'draft', itemCount: 10, assignedCount: 10 });
    const roundId = round?.id ?? '';
    for (const { id } of await itemsOfRound(house.context.pool, roundId)) {
      const links = await eventsOf(house.context.pool, id);
      expect(links.map(({ event }) => event.type)).toEqual(['imported', 'assigned']);
      expect(firstBreak(id, links)).toBeNull();
    }
    expect((await recordEventsOf(house.context.pool, roundId)).map(({ kind }) => kind)).toEqual([
      'roundImported',
      'sampleInstalled',
    ]);
  });
});

describe('the sample', () => {
  test('offers one account of each role, and each of them works', async () => {
    const { empty, sampleAccounts } = await installation();
    expect(empty).toBe(false);
    expect(sampleAccounts.map(({ role, name }) => `${role} ${name}`)).toEqual([
      'staff 王晓梅',
      'supervisor 张立',
      'admin 赵青',
    ]);
    for (const { role, email, password } of sampleAccounts) {
      const response = await house.as(null, { method: 'POST', url: '/api/session', payload: { email, password } });
      expect(response.json()).toMatchObject({ roles: [role] });
    }
  });

  test('can be launched by its admin as it is', async () => {
    const [, , admin] = (await installation()).sampleAccounts;
    const signIn = await house.as(null, {
      method: 'POST',
      url: '/api/session',
      payload: { email: admin?.email, password: admin?.password },
    });
    const { rows } = await house.context.pool.query<{ id: string }>('SELECT id FROM round');
    const [cookie] = signIn.cookies;
    const launch = await house.api.inject({
      method: 'POST',
      url: `/api/rounds/${rows[0]?.id}/launch`,
      cookies: { [cookie?.name ?? '']: cookie?.value ?? '' },
    });
    expect(launch.statusCode).toBe(202);
    expect(house.context.temporal.rounds).toHaveLength(1);
  });
});
