/** The days that others held an item are given back to its unit; days of its own are not. */
import { describe, expect, it } from 'vitest';
import { cast } from '../../support/cast.ts';
import { inState, launched, type Story } from '../../support/story.ts';

const datesOf = ({ item: { signDueOn, planDueOn, dueOn } }: Story) => ({ signDueOn, planDueOn, dueOn });
/** Launched on 2026-01-05. */
const first = { signDueOn: '2026-01-08', planDueOn: '2026-02-04', dueOn: '2026-07-06' };
const toWorks = { unitId: 'works', handlerId: 'gao', leadLeaderId: 'chen' };

describe('an item that another unit gave back', () => {
  it('has every period before it, from the day of its own assignment', () => {
    const story = launched().act('disown').on('2026-03-02').act('assign', toWorks);
    // 56 days after the launch.
    expect(datesOf(story)).toEqual({ signDueOn: '2026-03-05', planDueOn: '2026-04-01', dueOn: '2026-08-31' });
    expect(story.item).toMatchObject({ firstDueOn: '2026-07-06', dueSetAt: '2026-03-02T02:00:00.000Z' });
  });

  it('hears nothing of what was due before it had the item', () => {
    const story = launched().on('2026-02-02').act('disown').on('2026-07-20').act('assign', toWorks);
    story.passUntil('2026-07-27');
    expect(story.events.slice(-1).map((event) => ('step' in event ? event.step.kind : event.type))).toEqual([
      'signOverdue',
    ]);
  });

  it('moves from unit to unit without adding up what was counted before', () => {
    const story = launched().act('disown').on('2026-02-04').act('assign', toWorks);
    story.act('disown', {}, cast.gao).on('2026-03-02').act('assign');
    expect(story.item.dueOn).toBe('2026-08-31');
  });

  it('keeps the dates where it is given on the same day', () => {
    expect(datesOf(launched().act('disown').act('assign', toWorks))).toEqual(first);
  });
});

describe('the unit gets the days back', () => {
  it('that the office took to refuse more time', () => {
    const story = launched().on('2026-01-07').act('requestExtension').on('2026-01-19').act('refuseExtension');
    expect(datesOf(story)).toEqual({ signDueOn: '2026-01-20', planDueOn: '2026-02-24', dueOn: '2026-07-20' });
    // 2026-02-16 and 07-18 are days off.
  });

  it('that the lead leader took to approve a plan beyond those that are theirs', () => {
    const approvedOn = (date: string, policy = {}) =>
      inState('planned', { policy }).on(date).act('approvePlan').item.dueOn;
    expect(approvedOn('2026-01-12')).toBe('2026-07-06');
    expect(approvedOn('2026-01-15')).toBe('2026-07-09');
    expect(approvedOn('2026-01-15', { reviewWithinWorkingDays: null })).toBe('2026-07-06');
  });

  it('that both reviews took, when an application comes back from the second', () => {
    const story = inState('inProgress').on('2026-03-02').act('requestClosure').on('2026-03-09').act('endorse');
    story.on('2026-03-16').act('return', { dueOn: '2026-03-30' }, cast.li);
    expect(story.item).toMatchObject({ dueOn: '2026-07-20', returns: [{ dueOn: '2026-03-30' }] });
  });

  it('but not where it had handed in late', () => {
    const story = inState('inProgress').on('2026-07-10').act('requestClosure').on('2026-07-20');
    expect(story.act('return', { dueOn: '2026-07-21' }).item).toMatchObject({ dueOn: '2026-07-21' });
    expect(story.events.at(-1)).toMatchObject({ type: 'returned', moved: null });
  });

  it('once, when a plan is approved while a wish for more time is open', () => {
    const story = inState('planned').on('2026-01-12').act('requestExtension').on('2026-01-14').act('approvePlan');
    expect(story.item.dueOn).toBe('2026-07-06');
    expect(story.on('2026-01-19').act('refuseExtension').item.dueOn).toBe('2026-07-13');
  });

  it('and nothing moves on the same day', () => {
    expect(inState('planned').act('approvePlan').events.at(-1)).toMatchObject({ type: 'planApproved', moved: null });
  });
});

describe('a plan that comes back', () => {
  it('before its date is due later by the days it was read', () => {
    const story = launched().act('signFor').on('2026-01-20').act('submitPlan').on('2026-01-22').act('returnPlan');
    expect(datesOf(story)).toEqual({ signDueOn: '2026-01-08', planDueOn: '2026-02-06', dueOn: '2026-07-06' });
  });

  it('after its date has as much time as a return gives', () => {
    const story = launched().act('signFor').on('2026-02-25').act('submitPlan').on('2026-03-02').act('returnPlan');
    expect(story.item.planDueOn).toBe('2026-03-16');
  });

  it('but no more than the whole', () => {
    const story = launched({ policy: { periodMonths: 1 } })
      .act('signFor')
      .on('2026-02-04')
      .act('submitPlan');
    story.act('returnPlan');
    expect(story.item).toMatchObject({ planDueOn: '2026-02-05', dueOn: '2026-02-05' });
  });
});

describe('more time', () => {
  const asked = () => inState('inProgress').act('requestExtension', { until: '2026-08-03' });

  it('is granted until the date that was asked for', () => {
    expect(asked().on('2026-01-12').act('grantExtension').item.dueOn).toBe('2026-08-03');
  });

  it('is granted after that date too, by as many days as the answer took', () => {
    const story = asked().on('2026-08-10');
    expect(story.refusal('grantExtension')).toBeNull();
    // 217 days after the request, on a Tuesday.
    expect(story.act('grantExtension').item).toMatchObject({ dueOn: '2027-03-08', extensionRequest: null });
  });
});

describe('a date set by the office', () => {
  const overdue = () => inState('inProgress').passUntil('2026-07-13');

  it('gives an overdue item a way on, with a ladder of its own', () => {
    const story = overdue();
    expect(story.refusal('requestExtension')?.code).toBe('extensionTooLate');
    story.on('2026-07-14').act('setDueDate', { dueOn: '2026-08-31' });
    expect(story.item).toMatchObject({ dueOn: '2026-08-31', firstDueOn: '2026-07-06' });
    expect(story.passUntil('2026-08-11').events.at(-1)).toMatchObject({ type: 'reminded', step: { kind: 'reminder' } });
  });

  it('lies ahead, and never shortens what was promised', () => {
    expect(overdue().on('2026-07-14').refusal('setDueDate', { dueOn: '2026-07-14' })).toEqual({
      code: 'dateNotLater',
      given: '2026-07-14',
      after: '2026-07-14',
    });
    expect(inState('inProgress').refusal('setDueDate', { dueOn: '2026-07-03' })).toMatchObject({
      code: 'dateNotLater',
      after: '2026-07-06',
    });
  });

  it('answers an open wish for more time', () => {
    const story = inState('inProgress').act('requestExtension').act('setDueDate', { dueOn: '2026-09-01' });
    expect(story.item).toMatchObject({ dueOn: '2026-09-01', extensionRequest: null, extensions: [] });
  });

  it('needs a reason, and somebody of the office', () => {
    expect(overdue().refusal('setDueDate', { reason: '延' })?.code).toBe('textTooShort');
    for (const who of [cast.wang, cast.zhang]) expect(overdue().refusal('setDueDate', {}, who)?.code).toBe('notYours');
  });
});
