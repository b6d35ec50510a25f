/** A rehearsal is begun over HTTP, watched, broken off; the API goes on answering meanwhile. */
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { cast } from '../support/cast.ts';
import { asAdmin } from '../support/ledger.ts';
import { useRehearsalPlace } from '../support/rehearsal.ts';
import { draftRound } from '../support/round.ts';
import type { Problem, RehearsalOnDesk, RehearsalShown } from '../../api/contract.ts';
import { addMonths, instant, localDate } from '../../core/time.ts';
import { until as awaited } from '../../local/until.ts';

const house = useApi();
const place = useRehearsalPlace();
const now = instant(Date.now());
const until = addMonths(localDate(now), 1);
let roundId: string;
beforeAll(async () => {
  house.context.rehearsal = place.current;
  house.context.clock = now;
  ({ roundId } = await draftRound(house.context.pool, 2, now));
  await asAdmin(house.context.pool, `UPDATE round SET state = 'draft' WHERE id = $1`, [roundId]);
});

const url = () => `/api/rounds/${roundId}/rehearsal`;
const begin = (payload: object) => house.as(cast.zhao, { method: 'POST', url: url(), payload });
const look = async () => (await house.as(cast.zhao, { url: url() })).json<RehearsalOnDesk>().rehearsal;
const ended = () => awaited(async () => (await look())?.state !== 'playing', { timeoutMs: 50_000, everyMs: 100 });

test('it is begun, is under way for a while, and tells at last who would get what', async () => {
  expect(await look()).toBeNull();
  const begun = await begin({ until, assumption: 'nobodyActs' });
  expect([begun.statusCode, begun.json<RehearsalShown>().state]).toEqual([202, 'playing']);
  const second = await begin({ until, assumption: 'onTime' });
  expect([second.statusCode, second.json<Problem>().code]).toEqual([409, 'rehearsalUnderWay']);
  expect(await ended()).toBe(true);
  const shown = await look();
  expect(shown).toMatchObject({ state: 'done', by: 'zhao', until, message: null, after: null });
  expect(shown?.before?.days.map(({ personId }) => personId)).toContain('wang');
  expect((await house.as(cast.zhao, { url: '/api/rounds/nowhere/rehearsal' })).json()).toEqual({ rehearsal: null });
});

test('it is broken off by a request', async () => {
  await begin({ until, assumption: 'nobodyActs' });
  expect((await house.as(cast.zhao, { method: 'DELETE', url: url() })).statusCode).toBe(204);
  expect(await ended()).toBe(true);
  expect((await look())?.state).toBe('stopped');
});

test('what the launch would be refused with is said when it is played', async () => {
  await asAdmin(
    house.context.pool,
    `UPDATE item SET handler_id = NULL, projection = projection || '{"handlerId": null}'
    WHERE round_id = $1`,
    [roundId],
  );
  await begin({ until, assumption: 'nobodyActs' });
  expect(await ended()).toBe(true);
  expect(await look()).toMatchObject({ state: 'refused', message: expect.stringContaining('1.1') as string });
});

test('where nothing is set up it is refused at once', async () => {
  house.context.rehearsal = null;
  const response = await begin({ until, assumption: 'nobodyActs' });
  expect([response.statusCode, response.json<Problem>().code]).toEqual([409, 'rehearsalOff']);
});
