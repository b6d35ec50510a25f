/** A joint review as its workflow lives it: nobody decides by silence, one return ends it, nobody is asked twice. */
import { expect, it } from 'vitest';
import { cast, reviewers } from '../support/cast.ts';
import { useLives } from '../support/life.ts';
import { turnOf } from '../../core/item/turn.ts';
import { defaultPolicy } from '../../core/rules/policy.ts';
import { addWorkingDays } from '../../core/rules/calendar.ts';
import { instant, localDate, millis } from '../../core/time.ts';

const lives = useLives();
const { sun, qian } = reviewers;
const policy = { ...defaultPolicy, jointReview: [['discipline', 'organisation']] };
const unproven = [{ measureId: 'm1', reason: '登记表在财务系统中，可现场查看。' }];
const statement = { statement: '已建立台账并逐项核对完毕。', unproven };
const opinion = { opinion: '同意。' };

it('waits for years for the unit that is late, takes its return, and closes when all have said', async () => {
  const life = await lives.begin({ policy });
  await life.act(cast.wang, 'signFor', {});
  await life.act(cast.wang, 'requestClosure', statement);
  await life.act(cast.zhang, 'endorse', opinion);
  await life.act(sun, 'concur', opinion);
  const began = millis(life.events.at(-1)?.at ?? '');
  await life.passUntil(instant(began + 400 * 86_400_000));
  const waiting = await life.item();
  expect(waiting.state).toBe('endorsed');
  expect(turnOf(waiting, life.rules)).toMatchObject({ party: 'jointReviewers', unitIds: ['organisation'] });
  expect(new Set(life.types.slice(7))).toEqual(new Set(['reminded']));
  await expect(life.act(cast.li, 'approveClosure', opinion)).rejects.toThrow();
  const dueOn = addWorkingDays(life.rules.calendar, localDate(instant(began + 400 * 86_400_000)), 10);
  await life.act(qian, 'return', { measureIds: ['m1'], reason: '请补充盘点表及签字页。', dueOn });
  expect((await life.item()).state).toBe('inProgress');
  await life.act(cast.wang, 'requestClosure', statement);
  await life.act(cast.zhang, 'endorse', opinion);
  await life.act(qian, 'concur', opinion);
  await life.act(sun, 'concur', opinion);
  await life.act(cast.li, 'approveClosure', opinion);
  expect(await life.handle.result()).toMatchObject({ state: 'closed' });
});
