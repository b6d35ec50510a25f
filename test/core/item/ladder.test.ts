/** The default ladder on real days of 2026: what comes when, to whom, around the holidays. */
import { describe, expect, it } from 'vitest';
import { inState, launched, type Story, type StoryStart } from '../../support/story.ts';
import { nextWake, stepsAhead, wakeAt, wakeWindowMs } from '../../../core/item/ladder.ts';
import type { Step } from '../../../core/item/step.ts';
import { at, instant, localDate, millis } from '../../../core/time.ts';

const line = ({ kind, at: slot, to }: Step): string => `${localDate(slot)} ${kind} → ${to.join(', ')}`;
const ladderOf = ({ item, rules }: Story): string[] => stepsAhead(item, rules).map(line);

/** In progress from the start: no plan, so that only the ladder of the due date is left. */
const atWork = (start: StoryStart): Story => launched({ immediate: true, ...start }).act('signFor');

describe('the ladder of a due date', () => {
  it('around 国庆: days off move a reminder to the working day before, letters count make-up Saturdays', () => {
    expect(ladderOf(atWork({ startsOn: '2026-04-08', launchedOn: '2026-04-08' }))).toEqual([
      '2026-09-18 reminder → handler',
      '2026-09-28 reminder → handler, leadLeader',
      '2026-09-30 reminder → handler',
      '2026-10-08 reminder → handler, leadLeader',
      '2026-10-09 overdue → handler, liaison',
      '2026-10-14 overdue → handler, leadLeader',
      '2026-10-21 overdue → leadLeader, chief, inspectionOffice',
      '2026-11-04 overdue → leadLeader, chief, inspectionOffice',
    ]);
  });

  it('around 春节: three reminders fall on the Saturday before and become one, to all whom any of them was for', () => {
    expect(ladderOf(atWork({ startsOn: '2025-08-24', launchedOn: '2025-08-25' }))).toEqual([
      '2026-02-04 reminder → handler',
      '2026-02-14 reminder → handler, leadLeader',
      '2026-02-24 reminder → handler, leadLeader',
      '2026-02-25 overdue → handler, liaison',
      '2026-03-02 overdue → handler, leadLeader',
      '2026-03-09 overdue → leadLeader, chief, inspectionOffice',
      '2026-03-23 overdue → leadLeader, chief, inspectionOffice',
    ]);
  });

  it('leaves at the slot in Shanghai, and says which letter each step is', () => {
    const { item, rules } = atWork({});
    const steps = stepsAhead(item, rules);
    expect(new Set(steps.map(({ at: slot }) => slot.slice(10)))).toEqual(new Set(['T01:00:00.000Z']));
    expect(
      steps
        .filter(({ kind }) => kind === 'overdue')
        .map(({ key, level, letter, proposesInterview, lists }) => [key, level, letter, proposesInterview, lists]),
    ).toEqual([
      ['overdue/2026-07-06/1', 1, 'reminderLetter', false, false],
      ['overdue/2026-07-06/5', 2, 'supervisionLetter', false, false],
      ['overdue/2026-07-06/10', 3, null, true, false],
      ['overdue/2026-07-06/20', 4, null, false, true],
    ]);
  });

  it('names the unpublished years that its dates rest on', () => {
    const { item, rules } = atWork({ startsOn: '2026-06-21', launchedOn: '2026-06-22' });
    expect(item.dueOn).toBe('2026-12-21');
    expect(stepsAhead(item, rules).map((step) => [localDate(step.at), ...step.unknownYears])).toEqual([
      ['2026-12-01'],
      ['2026-12-11'],
      ['2026-12-18'],
      ['2026-12-21'],
      ['2026-12-22'],
      ['2026-12-28'],
      ['2027-01-04', '2027'],
      ['2027-01-18', '2027'],
    ]);
  });

  it('leaves out reminders whose slot had passed when the date was set, but no letter', () => {
    const late = launched({ immediate: true, startsOn: '2026-01-05', launchedOn: '2026-06-29' }).act('signFor');
    expect(ladderOf(late)[0]).toBe('2026-07-03 reminder → handler');
    expect(ladderOf(late)).toHaveLength(6);
  });

  it('starts anew with an extension; the steps of the old date are left behind', () => {
    const story = atWork({}).passUntil('2026-06-30').act('requestExtension', { until: '2026-09-30' });
    story.act('grantExtension');
    expect(ladderOf(story)).toEqual([
      '2026-09-10 reminder → handler',
      '2026-09-20 reminder → handler, leadLeader',
      '2026-09-24 reminder → handler',
      '2026-09-29 reminder → handler',
      '2026-09-30 reminder → handler, leadLeader',
      '2026-10-08 overdue → handler, liaison',
      '2026-10-13 overdue → handler, leadLeader',
      '2026-10-20 overdue → leadLeader, chief, inspectionOffice',
      '2026-11-03 overdue → leadLeader, chief, inspectionOffice',
    ]);
  });
});

describe('each state has its own steps', () => {
  it.each([
    ['draft', []],
    ['disowned', ['2026-01-12 reviewWaiting → admin']],
    ['closed', []],
    ['cancelled', []],
    ['submitted', ['2026-01-12 reviewWaiting → leadLeader']],
    ['endorsed', ['2026-01-12 reviewWaiting → inspectionOffice']],
    ['interim', ['2027-06-01 checkpoint → handler, leadLeader']],
    ['standing', ['2027-06-01 standingReview → handler, leadLeader']],
  ] as const)('%s: %j', (state, expected) => {
    expect(ladderOf(inState(state))).toEqual(expected);
  });

  it('assigned: to sign, to plan, and already the due date', () => {
    expect(ladderOf(launched()).slice(0, 5)).toEqual([
      '2026-01-09 signOverdue → handler, liaison',
      '2026-01-30 planReminder → handler',
      '2026-02-04 planReminder → handler, leadLeader',
      '2026-02-05 planOverdue → handler, liaison, leadLeader',
      '2026-06-16 reminder → handler',
    ]);
  });

  it('signed for: no longer to sign', () => {
    expect(ladderOf(launched().act('signFor'))[0]).toBe('2026-01-30 planReminder → handler');
  });

  it('planned: the review of the plan; the due date rests', () => {
    expect(ladderOf(inState('planned'))).toEqual(['2026-01-12 reviewWaiting → leadLeader']);
  });

  it.each(['assigned', 'planned', 'inProgress', 'reopened'] as const)(
    '%s and more time asked for: the office is reminded, and the unit of nothing',
    (state) => {
      expect(ladderOf(inState(state).act('requestExtension'))).toEqual(['2026-01-12 reviewWaiting → inspectionOffice']);
    },
  );

  it('without a date to decide nobody is reminded of a decision', () => {
    const undated = { policy: { reviewWithinWorkingDays: null } };
    for (const state of ['disowned', 'submitted', 'endorsed'] as const)
      expect(ladderOf(inState(state, undated))).toEqual([]);
  });

  it('in progress and reopened: the due date alone', () => {
    for (const state of ['inProgress', 'reopened'] as const)
      expect(new Set(stepsAhead(inState(state).item, inState(state).rules).map(({ kind }) => kind))).toEqual(
        new Set(['reminder', 'overdue']),
      );
  });

  it('immediate: nobody is reminded of a plan that is not asked for', () => {
    expect(ladderOf(launched({ immediate: true })).filter((text) => text.includes('plan'))).toEqual([]);
  });

  it('where one stage reviews, the inspection office is reminded of it', () => {
    const story = inState('submitted', { policy: { closureReview: 'approveOnly' } });
    expect(ladderOf(story)).toEqual(['2026-01-12 reviewWaiting → inspectionOffice']);
  });

  it('without the clocks of signature and review there are no such steps', () => {
    const policy = { signWithinWorkingDays: null, reviewWithinWorkingDays: null };
    expect(ladderOf(launched({ policy })).filter((text) => text.includes('sign'))).toEqual([]);
    expect(ladderOf(inState('submitted', { policy }))).toEqual([]);
  });
});

describe('the date of a return', () => {
  const returned = () => inState('submitted').on('2026-03-02').act('return', { dueOn: '2026-03-16' });
  const dueOf = (story: Story) => ladderOf(story).filter((text) => text.includes('returnDue'));

  it('is reminded of when it lies before the due date', () => {
    expect(dueOf(returned())).toEqual(['2026-03-16 returnDue → handler']);
  });

  it('that moved the due date is that date, with its whole ladder', () => {
    const story = inState('inProgress').on('2026-03-02').act('requestClosure').act('return', { dueOn: '2026-08-03' });
    expect(dueOf(story)).toEqual([]);
    expect(ladderOf(story)).toEqual([
      '2026-07-14 reminder → handler',
      '2026-07-24 reminder → handler, leadLeader',
      '2026-07-31 reminder → handler',
      '2026-08-03 reminder → handler, leadLeader',
      '2026-08-04 overdue → handler, liaison',
      '2026-08-10 overdue → handler, leadLeader',
      '2026-08-17 overdue → leadLeader, chief, inspectionOffice',
      '2026-08-31 overdue → leadLeader, chief, inspectionOffice',
    ]);
  });

  it('is no longer spoken of once the item was handed in, and was given another date since', () => {
    const interim = returned()
      .act('requestClosure')
      .act('endorse')
      .act('acceptInterim', { checkpointOn: '2026-06-01' });
    expect(dueOf(interim.passUntil('2026-06-01'))).toEqual([]);
    const reopened = returned()
      .act('requestClosure')
      .act('endorse')
      .act('approveClosure')
      .on('2026-05-06')
      .act('reopen');
    expect(dueOf(reopened)).toEqual([]);
    expect(dueOf(returned().act('requestExtension').act('grantExtension'))).toEqual([]);
  });
});

describe('waking', () => {
  const { item, rules } = launched();
  const [step] = stepsAhead(item, rules);
  if (step === undefined) throw new Error('a launched item has steps');

  it('lies in the two hours before the slot, at the same place for the same item, spread over the items', () => {
    const wakes = Array.from({ length: 2000 }, (_, index) => wakeAt({ itemId: `item-${index}` }, step));
    const before = wakes.map((wake) => millis(step.at) - millis(wake));
    expect(Math.min(...before)).toBeGreaterThanOrEqual(60_000);
    expect(Math.max(...before)).toBeLessThan(wakeWindowMs);
    expect(wakeAt({ itemId: 'item-7' }, step)).toBe(wakes[7]);
    const perTenMinutes = Array.from(
      { length: 12 },
      (_, part) => before.filter((ms) => Math.floor(ms / 600_000) === part).length,
    );
    expect(Math.min(...perTenMinutes)).toBeGreaterThan(100);
    expect(Math.max(...perTenMinutes)).toBeLessThan(250);
  });

  it('is for the first step ahead, or never when only a person can move the item', () => {
    expect(nextWake(item, rules)).toBe(wakeAt(item, step));
    for (const state of ['draft', 'closed', 'cancelled'] as const)
      expect(nextWake(inState(state).item, rules)).toBeNull();
  });

  it('moves with the deadline', () => {
    const story = atWork({}).passUntil('2026-06-20');
    const before = nextWake(story.item, story.rules);
    story.act('requestExtension').act('grantExtension');
    expect(localDate(before ?? '')).toBe('2026-06-26');
    expect(localDate(nextWake(story.item, story.rules) ?? '')).toBe('2027-07-13');
  });

  it('comes only when it is time: a millisecond earlier nothing is done', () => {
    const story = launched();
    const wake = nextWake(story.item, story.rules) ?? '';
    story.now = instant(millis(wake) - 1);
    expect(story.takeSteps()).toEqual([]);
    story.now = wake;
    expect(story.takeSteps()).toHaveLength(1);
    expect(story.events.at(-1)).toMatchObject({ at: wake, sendAt: at('2026-01-09', '09:00') });
  });
});
