/** The light and the days left: always as the item has it. */
import { describe, expect, it } from 'vitest';
import { inState, launched, type Story } from '../../support/story.ts';
import { outlook } from '../../../core/item/light.ts';
import { itemStates } from '../../../core/item/item.ts';

const lightOn = (story: Story, date: string, time = '10:00') =>
  outlook(story.item, story.rules, story.on(date, time).now);

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
    const { turn, ...whole } = lightOn(inState('inProgress'), date, time);
    expect(whole).toEqual({ light, workingDaysLeft, dueOn: '2026-07-06', escalationLevel: 0 });
    expect(turn).toMatchObject({ dueOn: '2026-07-06', workingDaysLeft });
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
    // Their date is over by months, not that of the unit.
    ['disowned', 'red', '2026-07-06'],
    ['planned', 'red', '2026-07-06'],
    ['inProgress', 'red', '2026-07-06'],
    ['submitted', 'red', '2026-07-06'],
    ['endorsed', 'red', '2026-07-06'],
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

  it.each([
    ['2026-07-09', 'green'],
    ['2026-07-10', 'yellow'],
    ['2026-07-13', 'yellow'],
    ['2026-07-14', 'red'],
  ] as const)('of what came in time is on %s that of its reviewers: %s', (date, light) => {
    const inTime = inState('inProgress').on('2026-07-06', '23:59').act('requestClosure');
    expect(lightOn(inTime, date)).toMatchObject({ light, dueOn: '2026-07-06', turn: { dueOn: '2026-07-13' } });
  });

  it('stays red when it came late, and green where the rules set no date to reviewers', () => {
    const late = inState('inProgress').on('2026-07-07', '00:00').act('requestClosure');
    expect(lightOn(late, '2026-07-08').light).toBe('red');
    const undated = inState('submitted', { policy: { reviewWithinWorkingDays: null } });
    expect(lightOn(undated, '2026-08-03').light).toBe('green');
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

describe('the turn in an outlook', () => {
  it('says the working days left to whoever is waited for, beside those of the whole', () => {
    expect(lightOn(launched(), '2026-01-05')).toMatchObject({
      workingDaysLeft: 122,
      turn: { act: 'signFor', dueOn: '2026-01-08', workingDaysLeft: 3 },
    });
    expect(lightOn(launched(), '2026-01-12').turn?.workingDaysLeft).toBe(-2);
    expect(lightOn(inState('closed'), '2026-01-12').turn).toBeNull();
  });
});
