import { describe, expect, it } from 'vitest';
import { inState, launched, type Story } from '../../support/story.ts';
import { dateStories, turnStory, type DateStory, type Setting } from '../../../core/item/date-story.ts';
import type { ItemDate } from '../../../core/item/item-dates.ts';
import { dateOf, itemDates } from '../../../core/item/item-dates.ts';
import { itemStates } from '../../../core/item/item.ts';

const startsOn = '2026-01-05';
const storiesOf = ({ events, rules, item }: Story, from = startsOn): DateStory[] =>
  dateStories(events, rules, from, item);
const settingsOf = (story: Story, date: ItemDate, from = startsOn): readonly Setting[] =>
  storiesOf(story, from).find((one) => one.date === date)?.settings ?? [];

describe('a date that the launch set', () => {
  it('tells its start and its count, and the day off it fell on', () => {
    const [due] = settingsOf(launched(), 'due');
    expect(due).toMatchObject({
      ...{ seq: 3, by: 'zhao', on: '2026-07-06', landedOn: '2026-07-05', unknownYears: [] },
      making: { kind: 'counted', start: 'roundStart', from: startsOn, count: 6, unit: 'months' },
      skipped: [{ date: '2026-07-05', kind: 'weekend' }],
    });
    expect(settingsOf(launched(), 'planDue')[0]).toMatchObject({ on: '2026-02-04', landedOn: null, skipped: [] });
  });

  it('names every day off on the way, and the days of a weekend that count', () => {
    const story = launched({ startsOn: '2026-02-12', launchedOn: '2026-02-12' });
    expect(settingsOf(story, 'signDue', '2026-02-12')[0]).toMatchObject({
      on: '2026-02-24',
      making: { start: 'dispatch', from: '2026-02-12', count: 3, unit: 'workingDays' },
      skipped: Array.from({ length: 9 }, (_, index) => ({ date: `2026-02-${15 + index}`, holiday: '春节' })),
      madeUp: ['2026-02-14'],
    });
  });

  it('says on which years not published it rests', () => {
    const story = launched({ startsOn: '2026-09-01', launchedOn: '2026-09-01' });
    expect(settingsOf(story, 'due', '2026-09-01')[0]?.unknownYears).toEqual(['2027']);
  });

  it('is a plan asked for ahead where the round is launched late', () => {
    const story = launched({ startsOn: '2026-01-05', launchedOn: '2026-03-02' });
    expect(settingsOf(story, 'planDue')[0]?.making).toMatchObject({
      start: 'dispatch',
      count: 10,
      unit: 'workingDays',
    });
    const late = launched({ startsOn: '2026-01-05', launchedOn: '2026-07-01' });
    expect(settingsOf(late, 'planDue')[0]?.making).toEqual({ kind: 'withDue' });
  });
});

describe('a date that moved', () => {
  it('tells who asked for more time, who granted it, and the days that the answer took', () => {
    const asking = inState('inProgress');
    const askedAt = asking.now;
    const story = asking.act('requestExtension', { until: '2026-08-03' }).on('2026-01-12').act('grantExtension');
    const [, extended] = settingsOf(story, 'due');
    expect(extended).toMatchObject({
      ...{ by: 'li', on: '2026-08-03' },
      making: { kind: 'extended', from: '2026-07-06', askedBy: 'wang', askedAt, asked: '2026-08-03' },
    });
    expect(settingsOf(story, 'planDue').at(-1)?.making).toMatchObject({ kind: 'counted' });
  });

  it('tells the days that others held it', () => {
    const story = inState('submitted').on('2026-01-19').act('return', { dueOn: '2026-02-02' });
    expect(settingsOf(story, 'due').at(-1)).toMatchObject({
      ...{ on: '2026-07-20', by: 'zhang' },
      making: { kind: 'givenBack', from: '2026-07-06', since: '2026-01-05', days: 14 },
    });
    expect(settingsOf(story, 'returnDue')).toMatchObject([{ on: '2026-02-02', making: { kind: 'chosen' } }]);
  });

  it('is named by a person, with the reason', () => {
    const story = inState('inProgress').on('2026-07-20').act('setDueDate', { dueOn: '2026-09-01' });
    expect(settingsOf(story, 'due').at(-1)?.making).toMatchObject({ kind: 'chosen', from: '2026-07-06' });
    const returned = inState('submitted').act('return', { dueOn: '2026-09-01' });
    expect(settingsOf(returned, 'due').at(-1)?.making).toMatchObject({ kind: 'chosen', from: '2026-07-06' });
  });

  it('runs anew for another unit, from its own assignment', () => {
    const story = launched().on('2026-01-12').act('disown').on('2026-01-19').act('assign');
    expect(settingsOf(story, 'due').at(-1)?.making).toMatchObject({ kind: 'givenBack', from: '2026-07-06', days: 14 });
    expect(settingsOf(story, 'planDue').at(-1)?.making).toMatchObject({
      start: 'assignment',
      from: '2026-01-19',
      count: 30,
    });
    expect(settingsOf(story, 'signDue').at(-1)?.making).toMatchObject({
      start: 'assignment',
      from: '2026-01-19',
      count: 3,
    });
  });

  it('of a plan that comes back late lies ahead', () => {
    const story = inState('planned').on('2026-03-02').act('returnPlan');
    // Held for longer than its date, it gets those days and more only where they do not suffice.
    expect(settingsOf(story, 'planDue').at(-1)?.on).toBe(story.item.planDueOn);
    const ahead = launched().act('signFor').on('2026-02-10').act('submitPlan').on('2026-02-26').act('returnPlan');
    expect(settingsOf(ahead, 'planDue').at(-1)?.making).toMatchObject({ start: 'planReturn', count: 10 });
  });

  it('is set by time when a checkpoint or a review comes', () => {
    const interim = inState('interim').passUntil('2027-06-02');
    expect(settingsOf(interim, 'due').at(-1)).toMatchObject({
      by: null,
      making: { start: 'checkpoint', from: '2027-06-01', count: 30, unit: 'days' },
    });
    const standing = inState('standing').passUntil('2027-06-02');
    expect(settingsOf(standing, 'review').map(({ making }) => making.kind)).toEqual(['chosen', 'counted']);
  });
});

it('a date that was over when other rules came is told as it was', () => {
  const story = launched().on('2026-08-03');
  const rules = { ...story.rules, policy: { ...story.rules.policy, periodMonths: 5 } };
  const due = dateStories(story.events, rules, startsOn, story.item).find(({ date }) => date === 'due');
  expect([due?.on, due?.settings.at(-1)?.on]).toEqual(['2026-07-06', '2026-07-06']);
});

describe('whose turn it is', () => {
  it('is one of the dates of the item, or counted from the day it was handed over', () => {
    const story = launched();
    expect(turnStory(story.item, story.rules)).toMatchObject({
      party: 'unit',
      act: 'signFor',
      as: 'signDue',
      counted: null,
    });
    const held = inState('submitted');
    expect(turnStory(held.item, held.rules)).toMatchObject({
      ...{ party: 'leadLeader', as: null, on: '2026-01-12' },
      counted: { making: { start: 'handedOver', count: 5 }, skipped: [{ date: '2026-01-10' }, { date: '2026-01-11' }] },
    });
  });
});

it.each(itemStates)('every date of an item that is %s has a last setting, which is the date', (state) => {
  const story = inState(state);
  for (const { date, on, settings } of storiesOf(story)) {
    expect([date, settings.at(-1)?.on]).toEqual([date, on]);
    expect(dateOf(story.item, date)).toBe(on);
  }
  expect(storiesOf(story).map(({ date }) => date)).toEqual(
    itemDates.filter((date) => dateOf(story.item, date) !== null),
  );
});
