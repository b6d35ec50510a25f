/** What nobody has decided yet can be taken back: the item is where it was, and the days it was held are given back. */
import { describe, expect, it } from 'vitest';
import { cast } from '../../support/cast.ts';
import { inState, launched, type Story, type StoryStart } from '../../support/story.ts';
import { turnOf } from '../../../core/item/turn.ts';

const waitsFor = ({ item, rules }: Story) => turnOf(item, rules)?.act;
const approveOnly: StoryStart = { policy: { closureReview: 'approveOnly' } };

describe('an application', () => {
  const applied = () => inState('inProgress').on('2026-03-02').act('requestClosure');

  it('comes back with its reason and the days it was held', () => {
    const story = applied().on('2026-03-09').act('withdraw', { reason: ' 有一份材料需要更正。 ' });
    expect(story.item).toMatchObject({
      ...{ state: 'inProgress', application: null, dueOn: '2026-07-13' },
      withdrawals: [{ what: 'application', by: 'wang', reason: '有一份材料需要更正。' }],
    });
    expect(turnOf(story.item, story.rules)).toMatchObject({ party: 'unit', since: '2026-03-09T02:00:00.000Z' });
  });

  it.each(['inProgress', 'reopened', 'standing'] as const)('comes back to %s, where it was made', (state) => {
    expect(inState(state).act('requestClosure').act('withdraw').item.state).toBe(state);
  });

  it('can be made again, and is judged as any other', () => {
    expect(applied().act('withdraw').act('requestClosure').act('endorse').item.state).toBe('endorsed');
  });

  it('stays once somebody has decided, and while it waits for the only stage may come back', () => {
    expect(inState('endorsed').refusal('withdraw')?.code).toBe('notAllowedInState');
    expect(inState('submitted', approveOnly).act('withdraw').item.state).toBe('inProgress');
  });

  it('is no way to more time for who was late', () => {
    const story = inState('inProgress').on('2026-07-10').act('requestClosure').on('2026-07-20').act('withdraw');
    expect(story.item.dueOn).toBe('2026-07-06');
  });
});

describe('a plan', () => {
  const planned = () => launched().act('signFor').on('2026-01-20').act('submitPlan');

  it('comes back with the days it was read, and is asked for again', () => {
    const story = planned().on('2026-01-22').act('withdraw');
    expect(story.item).toMatchObject({ state: 'assigned', plan: null, planDueOn: '2026-02-06', dueOn: '2026-07-06' });
    expect(waitsFor(story)).toBe('submitPlan');
  });

  it('gets no other date where its own was over, for nobody asked for another', () => {
    const story = launched().act('signFor').on('2026-02-25').act('submitPlan').on('2026-03-02').act('withdraw');
    expect(story.item.planDueOn).toBe('2026-02-04');
  });

  it('stays once it is approved', () => {
    expect(planned().act('approvePlan').refusal('withdraw')?.code).toBe('nothingToWithdraw');
  });
});

describe('a wish for more time', () => {
  it('comes back before anything else that was handed in', () => {
    const story = inState('planned').act('requestExtension').act('withdraw');
    expect([story.item.state, story.item.extensionRequest, waitsFor(story)]).toEqual(['planned', null, 'approvePlan']);
    expect(story.act('withdraw').item.state).toBe('assigned');
  });

  it('gives back the days it lay in the office, and does not count among those granted', () => {
    const story = inState('inProgress').on('2026-03-02').act('requestExtension').on('2026-03-16').act('withdraw');
    expect(story.item).toMatchObject({ dueOn: '2026-07-20', extensions: [], extensionRequest: null });
    expect(story.refusal('requestExtension')).toBeNull();
  });
});

it('needs a reason, and somebody of the unit', () => {
  expect(inState('submitted').refusal('withdraw', { reason: '撤' })).toMatchObject({ code: 'textTooShort', given: 1 });
  for (const who of [cast.gao, cast.zhang, cast.li])
    expect(inState('submitted').refusal('withdraw', {}, who), who.id).toEqual({ code: 'notYours', act: 'withdraw' });
});
