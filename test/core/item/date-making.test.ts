/** How pauses, the word of a higher body and what was taken back make the dates of an item. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inState, launched, type Story } from '../../support/story.ts';
import { lived, presses, starts } from '../../support/lives.ts';
import type { Making } from '../../../core/item/date-making.ts';
import { dateStories, turnStory } from '../../../core/item/date-story.ts';
import type { ItemDate } from '../../../core/item/item-dates.ts';

const startsOn = '2026-01-05';
const lastOf = ({ events, rules, item }: Story, date: ItemDate) =>
  dateStories(events, rules, startsOn, item)
    .find((one) => one.date === date)
    ?.settings.at(-1);
const paused = (story: Story) => story.act('requestPause', { pausedUntil: '2026-06-01' }).act('grantPause');

/** The due date is Monday 2026-07-06. */
const working = (date: string): Story => inState('inProgress').on(date);

describe('a pause', () => {
  const making: Making = {
    ...{ kind: 'rested', from: '2026-07-06', since: '2026-03-02', days: 28 },
    ...{ askedBy: 'wang', agreedBy: 'li', reason: expect.any(String) as string },
  };

  it('that somebody ended gives its days back, and says who asked, who agreed and why', () => {
    const story = paused(working('2026-03-02')).on('2026-03-30').act('endPause');
    expect(lastOf(story, 'due')).toMatchObject({ on: '2026-08-03', by: 'li', making });
  });

  it('that ran out gives back its own', () => {
    const story = paused(working('2026-03-02')).passUntil('2026-06-02');
    expect(lastOf(story, 'due')).toMatchObject({ on: '2026-10-08', by: null, making: { ...making, days: 91 } });
  });

  it('that lasts tells why nobody is waited for until its end', () => {
    const { item, rules } = paused(working('2026-03-02'));
    expect(turnStory(item, rules)).toMatchObject({
      ...{ party: 'pause', on: '2026-06-01', as: null },
      counted: { on: '2026-06-01', making: { kind: 'pause', askedBy: 'wang', agreedBy: 'li' } },
    });
  });

  it('gives back the days of waiting when it is granted or refused', () => {
    for (const answer of ['grantPause', 'refusePause'] as const) {
      const story = working('2026-03-02').act('requestPause').on('2026-03-16').act(answer);
      expect(lastOf(story, 'due')?.making, answer).toEqual({
        ...{ kind: 'givenBack', from: '2026-07-06', since: '2026-03-02', days: 14 },
      });
    }
  });
});

describe('a date of a higher body', () => {
  it('says so, with the date before and the reason', () => {
    const story = working('2026-03-02').act('fixDueDate', { dueOn: '2026-05-29' });
    expect(lastOf(story, 'due')).toMatchObject({ by: 'li', making: { kind: 'fixed', from: '2026-07-06' } });
  });

  it('says so where it is the day that stood before', () => {
    const story = working('2026-03-02').act('fixDueDate', { dueOn: '2026-07-06' });
    expect(lastOf(story, 'due')?.making.kind).toBe('fixed');
  });

  it('brings the plan with it where it comes sooner', () => {
    const story = launched().act('signFor').act('fixDueDate', { dueOn: '2026-01-30' });
    expect(lastOf(story, 'planDue')).toMatchObject({ on: '2026-01-30', making: { kind: 'withDue' } });
  });
});

it('what was taken back gives back the days for which others had it', () => {
  const story = inState('submitted').on('2026-01-19').act('withdraw');
  expect(lastOf(story, 'due')).toMatchObject({
    ...{ on: '2026-07-20', by: 'wang' },
    making: { kind: 'givenBack', from: '2026-07-06', since: '2026-01-05', days: 14 },
  });
});

it('of any life every date has a last setting, which is the date', () => {
  fc.assert(
    fc.property(starts, presses, (start, acts) => {
      const { events, rules, item } = lived(start, acts);
      for (const { date, on, settings } of dateStories(events, rules, startsOn, item))
        expect([date, settings.at(-1)?.on]).toEqual([date, on]);
    }),
    { numRuns: 150 },
  );
});
