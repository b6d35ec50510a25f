/** What people are told while a part of the installation is away, on a real PostgreSQL that refuses. */
import { beforeAll, describe, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { useAlteredDatabase } from '../support/altered-database.ts';
import { cast } from '../support/cast.ts';
import { outageOf } from '../../client/outage.ts';

const house = useApi();
const ordered = useAlteredDatabase(() => house.context.pool);

beforeAll(async () => {
  // Signed in while all is well.
  await house.as(cast.zhao, { method: 'GET', url: '/api/session' });
});

const addUnit = (id: string) =>
  house.as(cast.zhao, { method: 'POST', url: '/api/units?lang=en', payload: { id, name: '水文站' } });

describe('while the database', () => {
  test('takes nothing in, nothing is done, and the answer says so and when to come again', async () => {
    await ordered('SET default_transaction_read_only = on');
    const answer = await addUnit('hydrology');
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('10');
    expect(answer.json()).toMatchObject({ code: 'partAway', facts: { part: 'database', isNothingDone: true } });
    expect(answer.json<{ message: string }>().message).toContain('Nothing was submitted.');
    await ordered('RESET default_transaction_read_only');
    expect((await addUnit('hydrology')).statusCode).toBe(201);
  });

  test('has no connection left, reading is answered as away, and works again when one is free', async () => {
    await ordered('CONNECTION LIMIT 0');
    const read = () => house.as(cast.zhao, { method: 'GET', url: '/api/units' });
    const answer = await read();
    expect(answer.statusCode).toBe(503);
    expect(answer.json<{ message: string }>().message).toContain('数据库暂时无法使用');
    await ordered('CONNECTION LIMIT -1');
    expect((await read()).statusCode).toBe(200);
  });
});

describe('a fault', () => {
  const withCode = (code: string, name = 'Error') => Object.assign(new Error('x'), { code, name });

  test.each([
    ['ENOSPC', 'files', true],
    ['EROFS', 'files', true],
    ['25006', 'database', true],
    ['53300', 'database', true],
    ['ECONNREFUSED', 'database', true],
    ['57P01', 'database', false],
    ['08006', 'database', false],
    ['53100', 'database', false],
  ])('%s is an outage of the %s', (code, part, isNothingDone) => {
    expect(outageOf(withCode(code))).toEqual({ code: 'partAway', part, isNothingDone });
  });

  test('of Temporal is one, and of ours is none', () => {
    const away = Object.assign(new Error('x', { cause: { code: 14 } }), { name: 'ServiceError' });
    expect(outageOf(away)).toEqual({ code: 'partAway', part: 'runs', isNothingDone: false });
    expect(outageOf(new TypeError('x'))).toBeNull();
    expect(outageOf(new Error('Connection terminated unexpectedly'))).toMatchObject({ isNothingDone: false });
    // A caller who broke off.
    expect(outageOf(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }))).toBeNull();
    expect(outageOf(withCode('23505'))).toBeNull();
  });
});
