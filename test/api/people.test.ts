import { describe, expect, test } from 'vitest';
import { password, useApi } from '../client/support.ts';
import { cast } from '../support/cast.ts';
import { recordEventsOf } from '../../db/record-events.ts';

const house = useApi();

interface Body {
  id: string;
  code: string;
  facts: unknown;
}
const send = async (method: 'POST' | 'PATCH', url: string, payload: object) => {
  const response = await house.as(cast.zhao, { method, url, payload });
  return { status: response.statusCode, body: response.json<Body>() };
};

describe('a person', () => {
  const given = { name: '何苗', email: 'he@yunling.example', roles: ['staff'], unitId: 'works' };

  test('is added with a fact that holds neither address nor password, and can sign in', async () => {
    const { status, body } = await send('POST', '/api/people', { ...given, password, phone: '13800000000' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: '何苗', locale: 'zh-CN', isChief: false, phone: '13800000000' });
    expect(body.id).toMatch(/^p-[2-9a-z]{8}$/);
    const [fact] = await recordEventsOf(house.context.pool, body.id);
    expect(fact).toMatchObject({ kind: 'personCreated', by: 'zhao', data: { name: '何苗', roles: ['staff'] } });
    expect(JSON.stringify(fact)).not.toMatch(/yunling|1380|scrypt/);
    const signIn = await house.as(null, {
      method: 'POST',
      url: '/api/session',
      payload: { email: given.email, password },
    });
    expect(signIn.statusCode).toBe(200);
  });

  test.each<[string, object, number, string]>([
    ['an address that is two', { email: 'a,b@x' }, 422, 'notAMailAddress'],
    ['a local part of 70', { email: `${'a'.repeat(70)}@x.example` }, 422, 'notAMailAddress'],
    ['an address that somebody has', { email: 'WANG@yunling.example' }, 409, 'emailTaken'],
    ['an id that somebody has', { id: 'wang', email: 'new@x.example' }, 409, 'idTaken'],
    ['a unit that is not there', { email: 'new@x.example', unitId: 'nowhere' }, 404, 'notFound'],
    ['no unit though staff', { email: 'new@x.example', unitId: null }, 422, 'staffWithoutUnit'],
    ['a short password', { email: 'new@x.example', password: 'short' }, 422, 'passwordTooShort'],
    ['a role that is none', { email: 'new@x.example', roles: [] }, 400, 'badInput'],
  ])('is refused with %s', async (_, change, status, code) => {
    expect(await send('POST', '/api/people', { ...given, email: 'x@x.example', ...change })).toMatchObject({
      status,
      body: { code },
    });
  });

  test('cannot be changed to an address that is none, while blanks around one are nothing', async () => {
    expect(await send('PATCH', '/api/people/chen', { email: '陈正 <chen@yunling.example>' })).toMatchObject({
      status: 422,
      body: { code: 'notAMailAddress' },
    });
    expect(await send('PATCH', '/api/people/chen', { email: ' chen@yunling.example ' })).toMatchObject({
      status: 200,
      body: { email: 'chen@yunling.example' },
    });
  });

  test('keeps what a change leaves out', async () => {
    const { body } = await send('PATCH', '/api/people/chen', { phone: '0000-5550123' });
    expect(body).toMatchObject({ name: '陈正', isChief: true, phone: '0000-5550123', roles: ['supervisor'] });
  });

  test('who is the last admin stays one', async () => {
    expect(await send('PATCH', '/api/people/zhao', { roles: ['supervisor'] })).toMatchObject({
      status: 409,
      body: { code: 'lastAdmin' },
    });
    await send('PATCH', '/api/people/chen', { roles: ['supervisor', 'admin'] });
    expect(await send('PATCH', '/api/people/chen', { roles: ['supervisor'] })).toMatchObject({ status: 200 });
  });

  test('that is not there cannot be changed', async () => {
    expect(await send('PATCH', '/api/people/nobody', { name: 'x' })).toMatchObject({
      status: 404,
      body: { code: 'notFound' },
    });
  });
});

describe('a unit', () => {
  test('is added and changed, each with its fact', async () => {
    const added = await send('POST', '/api/units', { name: '法制科', position: 9 });
    expect(added).toMatchObject({ status: 201, body: { name: '法制科', liaisonId: null } });
    const changed = await send('PATCH', `/api/units/${added.body.id}`, { liaisonId: 'gao' });
    expect(changed).toMatchObject({ status: 200, body: { name: '法制科', position: 9, liaisonId: 'gao' } });
    expect((await recordEventsOf(house.context.pool, added.body.id)).map(({ kind }) => kind)).toEqual([
      'unitCreated',
      'unitChanged',
    ]);
  });

  test.each<[object, number, string]>([
    [{ id: 'finance', name: 'x' }, 409, 'idTaken'],
    [{ name: 'x', liaisonId: 'nobody' }, 404, 'notFound'],
    [{ id: 'With Blank', name: 'x' }, 400, 'badInput'],
    [{ name: 'x', position: 2 ** 31 }, 400, 'badInput'],
    [{ name: 'x', position: -(2 ** 31) - 1 }, 400, 'badInput'],
  ])('is refused as %j', async (payload, status, code) => {
    expect(await send('POST', '/api/units', payload)).toMatchObject({ status, body: { code } });
  });
});
