/** What the clock alone makes of an item, day by day and after an outage. */
import { describe, expect, it } from 'vitest';
import { inState, launched, type Story } from '../../support/story.ts';
import type { ItemEvent } from '../../../core/item/event.ts';
import { outlook } from '../../../core/item/light.ts';
import { staleBecause } from '../../../core/item/mail-skip.ts';
import { nextWake } from '../../../core/item/ladder.ts';
import { at, localDate } from '../../../core/time.ts';

/** `2026-10-09 overdue/…` with the day its mails leave. */
const told = (event: ItemEvent): string =>
  'step' in event ? `${localDate(event.sendAt)} ${event.type} ${event.step.kind} ${event.step.level}` : event.type;
const skipped = (event: ItemEvent | undefined) => (event !== undefined && 'skipped' in event ? event.skipped : null);

/** Due on 2026-10-08, the first day after the national holiday. */
const atWork = () => launched({ immediate: true, startsOn: '2026-04-08', launchedOn: '2026-04-08' }).act('signFor');
const since = (story: Story, act: () => unknown): string[] => {
  const from = story.events.length;
  act();
  return story.events.slice(from).map(told);
};

describe('time alone', () => {
  it('takes the whole ladder of a due date, one step on each of its days, and then reminds every week', () => {
    const story = atWork();
    expect(since(story, () => story.passUntil('2026-11-20'))).toEqual([
      '2026-09-18 reminded reminder 0',
      '2026-09-28 reminded reminder 0',
      '2026-09-30 reminded reminder 0',
      '2026-10-08 reminded reminder 0',
      '2026-10-09 escalated overdue 1',
      '2026-10-14 escalated overdue 2',
      '2026-10-21 escalated overdue 3',
      '2026-11-04 escalated overdue 4',
      '2026-11-11 reminded stillOverdue 0',
      '2026-11-18 reminded stillOverdue 0',
    ]);
    expect(localDate(nextWake(story.item, story.rules) ?? '')).toBe('2026-11-25');
  });

  it('writes nobody as the doer, and the moment of the wake', () => {
    const event = atWork().passUntil('2026-09-18').events.at(-1);
    expect(event).toMatchObject({ by: null, type: 'reminded', sendAt: '2026-09-18T01:00:00.000Z', skipped: [] });
    expect(event !== undefined && event.at < '2026-09-18T01:00:00.000Z' && event.at > '2026-09-17T23:00:00.000Z').toBe(
      true,
    );
  });

  it('says nothing while the application is with its reviewers but to the reviewers', () => {
    const story = atWork().on('2026-09-10').act('requestClosure');
    expect(since(story, () => story.passUntil('2026-09-29'))).toEqual([
      '2026-09-17 reminded reviewWaiting 0',
      '2026-09-23 reminded reviewWaiting 0',
    ]);
    story.act('endorse');
    expect(since(story, () => story.passUntil('2026-10-15'))).toEqual(['2026-10-12 reminded reviewWaiting 0']);
  });

  it('goes on from the letters already sent when an item comes back under the same date', () => {
    const story = atWork().passUntil('2026-10-09').on('2026-10-10').act('requestClosure');
    story.item = { ...story.item, state: 'inProgress', application: null };
    expect(since(story, () => story.passUntil('2026-10-21'))).toEqual([
      '2026-10-14 escalated overdue 2',
      '2026-10-21 escalated overdue 3',
    ]);
  });
});

describe('after an outage', () => {
  it('only the newest of several reminders is sent, and the others are skipped with it', () => {
    const story = atWork().on('2026-09-29');
    const [event, ...more] = story.takeSteps();
    expect(more).toEqual([]);
    expect(event).toMatchObject({ type: 'reminded', step: { key: 'reminder/2026-10-08/2026-09-28' } });
    expect(event).toMatchObject({ sendAt: '2026-09-30T01:00:00.000Z', skipped: ['reminder/2026-10-08/2026-09-18'] });
  });

  it('letters go oldest first, one each slot, and the reminders before them are skipped', () => {
    const story = atWork().on('2026-11-20', '15:00');
    const letters = since(story, () => {
      expect(story.takeSteps()).toHaveLength(1);
      story.passUntil('2026-11-27');
    });
    expect(letters).toEqual([
      '2026-11-23 escalated overdue 1',
      '2026-11-24 escalated overdue 2',
      '2026-11-25 escalated overdue 3',
      '2026-11-26 escalated overdue 4',
    ]);
    expect(skipped(story.events[4])).toHaveLength(4);
  });

  it('two letters never leave at one slot, whatever the hour of the outage and of the slot', () => {
    for (const mailSlot of ['00:30', '09:00', '23:45'])
      for (const hour of ['00:10', '07:30', '08:59', '09:01', '15:00', '23:59']) {
        const story = launched({ immediate: true, policy: { mailSlot } }).act('signFor').on('2026-09-16', hour);
        story.takeSteps();
        story.passUntil('2026-10-31');
        const slots = story.events.flatMap((event) => (event.type === 'escalated' ? [event.sendAt] : []));
        expect(new Set(slots).size, `${mailSlot} ${hour}`).toBe(4);
        expect([...slots].sort()).toEqual(slots);
      }
  });

  it('steps of different deadlines stand beside each other: none of them makes the other pointless', () => {
    const story = launched().on('2026-03-02');
    expect(since(story, () => story.takeSteps())).toEqual([
      '2026-03-03 reminded signOverdue 0',
      '2026-03-03 reminded planOverdue 0',
    ]);
    expect(skipped(story.events.at(-1))).toEqual([
      'planReminder/2026-02-04/2026-01-30',
      'planReminder/2026-02-04/2026-02-04',
    ]);
  });

  it('nor do they on a day on which two of them fall', () => {
    const story = launched({ startsOn: '2026-01-05', launchedOn: '2026-01-29' }).passUntil('2026-02-04');
    expect(story.events.slice(3).map(told)).toEqual([
      '2026-01-30 reminded planReminder 0',
      '2026-02-04 reminded signOverdue 0',
      '2026-02-04 reminded planReminder 0',
    ]);
  });

  it('a late step leaves at the next slot', () => {
    const story = launched().on('2026-01-09', '10:00');
    expect(story.takeSteps()[0]).toMatchObject({
      sendAt: '2026-01-12T01:00:00.000Z',
      step: { at: '2026-01-09T01:00:00.000Z' },
    });
  });
});

describe('a checkpoint', () => {
  const interim = () => inState('endorsed').act('acceptInterim', { checkpointOn: '2026-06-01' });

  it('brings the item back to work with a new due date and a new ladder', () => {
    const story = interim().passUntil('2026-06-01');
    expect(story.events.at(-1)).toMatchObject({ type: 'checkpointReached', sendAt: '2026-06-01T01:00:00.000Z' });
    expect(story.item).toMatchObject({ state: 'inProgress', dueOn: '2026-07-01', firstDueOn: '2026-07-06' });
    expect(story.item).toMatchObject({ interim: null, application: null, endorsement: null });
    expect(since(story, () => story.passUntil('2026-07-02'))).toEqual([
      '2026-06-11 reminded reminder 0',
      '2026-06-18 reminded reminder 0',
      '2026-06-26 reminded reminder 0',
      '2026-06-30 reminded reminder 0',
      '2026-07-01 reminded reminder 0',
      '2026-07-02 escalated overdue 1',
    ]);
  });

  it('missed for months sets a due date that still lies ahead', () => {
    const story = interim().on('2026-09-01');
    expect(since(story, () => story.takeSteps())).toEqual(['2026-09-02 checkpointReached checkpoint 0']);
    expect(story.item.dueOn).toBe('2026-10-08');
  });
});

describe('a standing item', () => {
  const standing = () => inState('endorsed').act('acceptStanding', { reviewOn: '2026-03-02' });

  it('is reviewed again and again, each date counted from the last', () => {
    const story = standing();
    const taken = since(story, () => story.passUntil('2028-01-01'));
    expect(taken.filter((step) => step.includes('reviewReached'))).toEqual([
      '2026-03-02 reviewReached standingReview 0',
      '2026-09-02 reviewReached standingReview 0',
      '2027-03-02 reviewReached standingReview 0',
      '2027-09-02 reviewReached standingReview 0',
    ]);
    expect(story.item).toMatchObject({ state: 'standing', standing: { by: 'li', reviewOn: '2028-03-02' } });
  });

  it('that nobody says anything of turns red after ten working days, with letters, and no next review forgives it', () => {
    const story = standing().passUntil('2026-03-02');
    const light = (date: string) => outlook(story.item, story.rules, at(date, '10:00')).light;
    expect([story.item.dueOn, light('2026-03-05'), light('2026-03-06'), light('2026-03-17')]).toEqual([
      ...['2026-03-16', 'green', 'yellow', 'red'],
    ]);
    const taken = since(story, () => story.passUntil('2026-04-15'));
    expect(taken.filter((step) => step.includes('escalated'))).toEqual([
      ...['2026-03-17 escalated overdue 1', '2026-03-23 escalated overdue 2'],
      ...['2026-03-30 escalated overdue 3', '2026-04-14 escalated overdue 4'],
    ]);
    const line = { kind: 'overdue', dueOn: '2026-03-16', happenedAt: story.now } as const;
    expect(staleBecause(line, story.item)).toBeNull();
    story.passUntil('2026-09-02');
    expect([story.item.dueOn, story.item.standing?.reviewOn, light('2026-09-03')]).toEqual([
      ...['2026-03-16', '2027-03-02', 'red'],
    ]);
    story.act('reportProgress');
    expect(light('2026-09-03')).toBe('green');
    expect(staleBecause(line, story.item)).toBe('answered');
    expect(since(story, () => story.passUntil('2027-03-02'))).toEqual(['2027-03-02 reviewReached standingReview 0']);
    expect(story.item.dueOn).toBe('2027-03-16');
  });

  it('missed for a year is reviewed once, and next in half a year', () => {
    const story = standing().on('2027-04-01');
    expect(since(story, () => story.takeSteps())).toEqual(['2027-04-02 reviewReached standingReview 0']);
    expect(story.item.standing?.reviewOn).toBe('2027-10-01');
  });
});
