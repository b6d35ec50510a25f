/** A year of the calendar is added by its notice; running rounds are moved to it when an admin says so. */
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../client/support.ts';
import { tellRound, type ToldRound } from '../client/stories.ts';
import { cast } from '../support/cast.ts';
import { inState } from '../support/story.ts';
import type { CalendarVersion, Problem, RoundDetail, RulesApplied, RulesPreview } from '../../api/contract.ts';
import { defaultPolicy } from '../../core/rules/policy.ts';
import { at } from '../../core/time.ts';

const house = useApi();
let told: ToldRound;
beforeAll(async () => {
  told = await tellRound(house.context.pool, [inState('inProgress'), inState('submitted')]);
  house.context.clock = at('2026-03-02', '10:00');
});

const notice = [
  '国务院办公厅关于2026年部分节假日安排的通知',
  '一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。',
  '二、春节：2月15日至23日放假调休，共9天。2月14日（周六）、2月28日（周六）上班。',
  '三、清明节：4月4日（周六）至6日（周一）放假，共3天。',
  '四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。',
  '五、端午节：7月4日（周六）至6日（周一）放假，共3天。',
  '六、中秋节：9月25日（周五）至27日（周日）放假，共3天。',
  '七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。',
].join('\n');
const post = (url: string, payload: object) => house.as(cast.zhao, { method: 'POST', url, payload });
const reason = '端午节安排更正，期限随之调整。';

test('a notice that does not agree with itself is refused, with every fault by name', async () => {
  const wrong = notice.replace('1月4日（周日）', '1月4日（周一）').replace('共9天', '共8天').concat('\n校庆另行安排。');
  const response = await post('/api/calendars', { text: wrong });
  expect(response.statusCode).toBe(422);
  const { code, message } = response.json<Problem>();
  expect(code).toBe('calendarFaults');
  for (const said of ['2026年1月4日（周日）与“周一”不符', '实为 9 天，不是 8 天', '未能识别：“校庆另行安排”'])
    expect(message).toContain(said);
  expect((await house.as(cast.wang, { url: '/api/calendars' })).json<CalendarVersion[]>()).toHaveLength(1);
});

test('a year is put right by its notice: a version that moves no round by itself, and drafts take it', async () => {
  const read = await post('/api/calendars/read', { text: notice });
  expect(read.json<{ year: number }>().year).toBe(2026);
  const added = await post('/api/calendars', { text: notice });
  expect([added.statusCode, added.json<CalendarVersion>().version]).toEqual([201, 2]);
  expect((await post('/api/calendars', { text: notice })).json<CalendarVersion>().version).toBe(2);
  const versions = (await house.as(cast.zhao, { url: '/api/calendars' })).json<CalendarVersion[]>();
  expect(versions.map(({ version, by }) => [version, by])).toEqual([
    [2, 'zhao'],
    [1, null],
  ]);
  const round = (await house.as(cast.zhao, { url: `/api/rounds/${told.roundId}` })).json<RoundDetail>();
  expect(round.calendar['2026']?.holidays[4]?.from).toBe('2026-06-19');
});

test('a policy that asks a unit where nobody decides is refused, with the units that can be asked', async () => {
  const jointReview = [['bureau'], ['works']];
  const response = await post('/api/rules/preview', { rounds: null, policy: { ...defaultPolicy, jointReview } });
  expect(response.statusCode).toBe(422);
  expect(response.json<Problem>()).toMatchObject({
    code: 'policyFaults',
    facts: {
      faults: [{ path: 'jointReview[1][0]', code: 'notOneOf', allowed: 'bureau, inspection', given: 'works' }],
    },
  });
  expect(response.json<Problem>().message).toContain('会审安排（jointReview[1][0]）');
});

test('a preview names the dates, the act asks each item to move its own, and what it did not take is told', async () => {
  const preview = (await post('/api/rules/preview', { rounds: null })).json<RulesPreview>();
  expect(preview.rounds).toMatchObject([{ roundId: told.roundId, from: { calendar: 1 }, to: { calendar: 2 } }]);
  expect(preview.moved.map(({ itemId, moves }) => [itemId, moves])).toEqual(
    told.itemIds.map((itemId) => [itemId, [{ date: 'due', from: '2026-07-06', to: '2026-07-07' }]]),
  );
  const { temporal } = house.context;
  temporal.commands.length = 0;
  const applied = (await post('/api/rules/apply', { rounds: null, reason })).json<RulesApplied>();
  expect(applied).toMatchObject({ rounds: 1, moved: 2, refused: [] });
  expect(temporal.commands.map(({ type, actor }) => `${type} ${actor.personId}`)).toEqual([
    'moveDates zhao',
    'moveDates zhao',
  ]);
  expect((await post('/api/rules/apply', { rounds: null, reason: '短' })).statusCode).toBe(400);
});

test('a running round takes a policy by its name, with the same preview; a name that is none is refused with those that are', async () => {
  const given = { rounds: [told.roundId], policy: 'threeMonths' };
  const { rounds, moved } = (await post('/api/rules/preview', given)).json<RulesPreview>();
  expect(rounds).toMatchObject([{ from: { policy: 1, calendar: 2 }, to: { policy: 2, calendar: 2 } }]);
  expect(moved.map(({ moves }) => moves[0])).toEqual(
    told.itemIds.map(() => ({ date: 'due', from: '2026-07-06', to: '2026-04-07' })),
  );
  const refused = await post('/api/rules/preview', { ...given, policy: 'fourMonths' });
  expect(refused.json<Problem>()).toMatchObject({
    code: 'policyFaults',
    message: expect.stringContaining('threeColours') as string,
  });
});
