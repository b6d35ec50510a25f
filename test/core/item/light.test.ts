/** The light, the days left and whose turn it is: always as the facts have it. */
import { describe, expect, it } from 'vitest';
import { inState, launched, type Story } from '../../support/story.ts';
import { outlook, waitingOn } from '../../../core/item/light.ts';
import { itemStates } from '../../../core/item/item.ts';

const lightOn = (story: Story, date: string, time = '10:00') =>
  outlook(story.item, story.rules, story.on(date, time).now);
const turnOf = ({ item, rules }: Story) => waitingOn(item, rules);

describe('the light of an item at work, due on Monday 2026-07-06,', () => {
  it.each([
    ['2026-06-25', '10:00', 'green', 7],
    ['2026-06-26', '10:00', 'yellow', 6],
    ['2026-07-05', '10:00', 'yellow', 1],
    ['2026-07-06', '23:59', 'yellow', 0],
    ['2026-07-07', '00:00', 'red', -1],
    ['2026-07-11', '10:00', 'red', -4],
    ['2026-07-12', '10:00', 'red', -4],
  ] as const)('on %s at %s is %s, %i working days', (date, time, light, workingDaysLeft) => {
    const whole = { light, workingDaysLeft, dueOn: '2026-07-06' };
    const expected = { ...whole, actBy: whole.dueOn, actWorkingDaysLeft: workingDaysLeft, escalationLevel: 0 };
    expect(lightOn(inState('inProgress'), date, time)).toEqual(expected);
  });

  it('turns yellow when the policy says so', () => {
    expect(lightOn(inState('inProgress', { policy: { yellowWithinDays: 0 } }), '2026-07-05').light).toBe('green');
    expect(lightOn(inState('inProgress', { policy: { yellowWithinDays: 90 } }), '2026-04-07').light).toBe('yellow');
  });
});

describe('the light', () => {
  it.each([
    ['draft', 'idle', null],
    ['assigned', 'red', '2026-07-06'],
    ['disowned', 'red', '2026-07-06'],
    ['planned', 'red', '2026-07-06'],
    ['inProgress', 'red', '2026-07-06'],
    ['submitted', 'green', '2026-07-06'],
    ['endorsed', 'green', '2026-07-06'],
    ['closed', 'done', '2026-07-06'],
    ['interim', 'green', '2027-06-01'],
    ['standing', 'green', '2027-06-01'],
    ['reopened', 'green', '2027-06-01'],
    ['cancelled', 'done', '2026-07-06'],
  ] as const)('of an item %s since January is in October %s', (state, light, dueOn) => {
    expect(lightOn(inState(state), '2026-10-08')).toMatchObject({ light, dueOn });
  });

  it('has days left only where there is a date to keep', () => {
    const withoutDays = itemStates.filter((state) => lightOn(inState(state), '2026-03-02').workingDaysLeft === null);
    expect(withoutDays).toEqual(['draft', 'closed', 'cancelled']);
  });

  it('stays green while the reviewers read what came in time, and red when it came late', () => {
    const inTime = inState('inProgress').on('2026-07-06', '23:59').act('requestClosure');
    expect(lightOn(inTime, '2026-08-03').light).toBe('green');
    const late = inState('inProgress').on('2026-07-07', '00:00').act('requestClosure');
    expect(lightOn(late, '2026-08-03').light).toBe('red');
  });

  it('of a standing item that applies for closure is judged by its review date, not by the long past due date', () => {
    const story = inState('standing').on('2026-12-01').act('requestClosure');
    expect(lightOn(story, '2026-12-08')).toMatchObject({ light: 'green', dueOn: '2027-06-01' });
  });

  it('of a checkpoint missed by an outage is red', () => {
    expect(lightOn(inState('interim'), '2027-06-02')).toMatchObject({ light: 'red', workingDaysLeft: -1 });
  });
});

describe('the escalation level', () => {
  const late = (): Story => inState('inProgress').passUntil('2026-07-13');

  it('counts the letters of the present due date', () => {
    expect(lightOn(late(), '2026-07-13').escalationLevel).toBe(2);
    expect(lightOn(late().passUntil('2026-08-31'), '2026-08-31').escalationLevel).toBe(4);
  });

  it('begins again with a new date', () => {
    expect(lightOn(late().act('requestClosure').act('return'), '2026-07-20').escalationLevel).toBe(0);
  });

  it('does not follow an item into its standing', () => {
    const story = late().act('requestClosure').act('endorse').act('acceptStanding');
    expect(lightOn(story, '2026-07-20')).toMatchObject({ light: 'green', escalationLevel: 0 });
  });
});

describe('whose turn it is', () => {
  it.each([
    ['draft', { party: 'admin', act: 'assign', since: null }],
    ['assigned', { party: 'unit', act: 'signFor', since: '2026-01-05T02:01:00.000Z' }],
    ['disowned', { party: 'admin', act: 'assign', since: '2026-01-05T02:01:00.000Z' }],
    ['planned', { party: 'leadLeader', act: 'approvePlan', since: '2026-01-05T02:02:00.000Z' }],
    ['inProgress', { party: 'unit', act: 'requestClosure', since: '2026-01-05T02:03:00.000Z' }],
    ['submitted', { party: 'leadLeader', act: 'endorse', since: '2026-01-05T02:04:00.000Z' }],
    ['endorsed', { party: 'inspectionOffice', act: 'approveClosure', since: '2026-01-05T02:05:00.000Z' }],
    ['interim', { party: 'time', act: null, since: '2026-01-05T02:06:00.000Z' }],
    ['standing', { party: 'time', act: null, since: '2026-01-05T02:06:00.000Z' }],
    ['reopened', { party: 'unit', act: 'requestClosure', since: '2026-01-05T02:07:00.000Z' }],
    ['closed', null],
    ['cancelled', null],
  ] as const)('in state %s is %j', (state, expected) => {
    expect(turnOf(inState(state))).toEqual(expected);
  });

  it('with one stage of review is the inspection office', () => {
    const story = inState('submitted', { policy: { closureReview: 'approveOnly' } });
    expect(turnOf(story)).toMatchObject({ party: 'inspectionOffice', act: 'approveClosure' });
  });

  const march = '2026-03-02T02:00:00.000Z';
  const inMarch = (story: Story) => story.on('2026-03-02');

  it.each([
    ['a unit gave it back', () => inMarch(inState('assigned')).act('disown'), 'admin', 'assign'],
    ['the unit signed', () => inMarch(inState('assigned')).act('signFor'), 'unit', 'submitPlan'],
    ['its plan was returned', () => inMarch(inState('planned')).act('returnPlan'), 'unit', 'submitPlan'],
    ['its plan was approved', () => inMarch(inState('planned')).act('approvePlan'), 'unit', 'requestClosure'],
    [
      'a plan that nobody reviews was handed in',
      () => inMarch(launched({ policy: { planReview: 'none' } }).act('signFor')).act('submitPlan'),
      'unit',
      'requestClosure',
    ],
    [
      'what is to be fixed at once was signed for',
      () => inMarch(launched({ immediate: true })).act('signFor'),
      'unit',
      'requestClosure',
    ],
    ['its application was returned', () => inMarch(inState('submitted')).act('return'), 'unit', 'requestClosure'],
    [
      'more time was asked for',
      () => inMarch(inState('inProgress')).act('requestExtension'),
      'inspectionOffice',
      'grantExtension',
    ],
    [
      'more time was refused',
      () => inMarch(inState('inProgress').act('requestExtension')).act('refuseExtension'),
      'unit',
      'requestClosure',
    ],
    [
      'more time was granted',
      () => inMarch(inState('inProgress').act('requestExtension')).act('grantExtension'),
      'unit',
      'requestClosure',
    ],
    ['it was reopened', () => inMarch(inState('closed')).act('reopen'), 'unit', 'requestClosure'],
  ] as const)('is counted from the day on which %s', (_, story, party, act) => {
    expect(turnOf(story())).toEqual({ party, act, since: march });
  });

  it('after a checkpoint is the unit again, from that day', () => {
    const story = inState('endorsed').act('acceptInterim', { checkpointOn: '2026-03-03' }).passUntil('2026-03-03');
    expect(turnOf(story)).toMatchObject({ party: 'unit', since: story.events.at(-1)?.at });
  });

  it('of a second unit is counted from its own signature, not from a plan returned to the first', () => {
    const story = inState('planned').act('returnPlan').act('disown').act('assign');
    expect(turnOf(inMarch(story).act('signFor'))?.since).toBe(march);
  });
});

describe('what is wanted first', () => {
  it('is the signature, then the plan, then the whole; an item to be fixed at once has no plan', () => {
    const rules = launched().rules;
    const now = launched().item.dispatchedAt ?? '';
    const fresh = launched().item;
    expect(outlook(fresh, rules, now)).toMatchObject({ actBy: fresh.signDueOn, actWorkingDaysLeft: 3 });
    const signed = launched().act('signFor').item;
    expect(outlook(signed, rules, now).actBy).toBe(signed.planDueOn);
    const atOnce = launched({ immediate: true }).act('signFor').item;
    expect(outlook(atOnce, rules, now).actBy).toBe(atOnce.dueOn);
  });
});
