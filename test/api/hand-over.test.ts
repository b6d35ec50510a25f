/** One person in the place of another, on one item: who fits, and in whose list it stands then. */
import { beforeAll, describe, expect, test } from 'vitest';
import { obeyAtOnce } from '../client/at-once.ts';
import { useApi } from '../client/support.ts';
import { tellRound } from '../client/stories.ts';
import { cast, type CastMember } from '../support/cast.ts';
import { asAdmin } from '../support/ledger.ts';
import { inState, type Story } from '../support/story.ts';

const house = useApi();
beforeAll(() => obeyAtOnce(house.context));

const reason = '王小明同志已调任工程科。';
let presses = 0;

const told = async (story: Story): Promise<string> => (await tellRound(house.context.pool, [story])).itemIds[0] ?? '';

const handOver = async (itemId: string, as: readonly string[], fromId: string, toId: string) => {
  const payload = { as, fromId, toId, reason, commandId: `hand-over-${(presses += 1)}` };
  const response = await house.as(cast.zhao, { method: 'POST', url: `/api/items/${itemId}/acts/hand-over`, payload });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
};

const toDoOf = async (who: CastMember): Promise<string[]> =>
  (await house.as(who, { url: '/api/items?mine=true' })).json<{ items: { id: string }[] }>().items.map(({ id }) => id);

describe('a successor', () => {
  test.each([
    ['handler', 'wang', 'gao', 'handlerOfOtherUnit'],
    ['handler', 'wang', 'li', 'handlerNotStaff'],
    ['handler', 'wang', 'nobody', 'unknownHandler'],
    ['leadLeader', 'zhang', 'lin', 'leadLeaderNotSupervisor'],
    ['leadLeader', 'zhang', 'nobody', 'unknownLeadLeader'],
  ])('as %s of %s is not %s: %s', async (as, fromId, toId, problem) => {
    const itemId = await told(inState('inProgress'));
    expect(await handOver(itemId, [as], fromId, toId)).toMatchObject({
      status: 422,
      body: { code: 'assignmentFaults', facts: { faults: [{ itemId, problem, given: toId }] } },
    });
  });

  test('is nobody who has left', async () => {
    const itemId = await told(inState('inProgress'));
    const left = async (id: string, at: string) =>
      asAdmin(house.context.pool, `UPDATE person SET left_at = ${at} WHERE id = '${id}'`);
    await left('lin', 'now()');
    expect(await handOver(itemId, ['handler'], 'wang', 'lin')).toMatchObject({
      body: { facts: { faults: [{ problem: 'handlerHasLeft' }] } },
    });
    expect(await handOver(itemId, ['owner'], 'wang', 'lin')).toMatchObject({ body: { code: 'unknownOwners' } });
    await left('lin', 'NULL');
    expect(await handOver(itemId, ['handler', 'owner'], 'wang', 'lin')).toMatchObject({ status: 200 });
  });

  test('is named in the refusal', async () => {
    const itemId = await told(inState('inProgress'));
    const { status, body } = await handOver(itemId, ['handler'], 'zhang', 'lin');
    expect({ status, message: body['message'] }).toMatchObject({ status: 409 });
    expect(body['message']).toContain('张立不是此事项的承办人');
  });
});

test('a moved handler’s items are in nobody’s list until they are handed over, then in that of the successor', async () => {
  const { pool } = house.context;
  const itemId = await told(inState('inProgress'));
  const moved = (unit: string) => asAdmin(pool, `UPDATE person SET unit_id = '${unit}' WHERE id = 'wang'`);
  await moved('works');
  for (const who of [cast.wang, cast.lin]) expect(await toDoOf(who)).not.toContain(itemId);
  expect(await handOver(itemId, ['handler'], 'wang', 'lin')).toMatchObject({ status: 200 });
  expect(await toDoOf(cast.lin)).toContain(itemId);
  expect(await toDoOf(cast.wang)).not.toContain(itemId);
  await moved('finance');
});
