/** What other rules move, while a pause lasts and where a higher body has spoken. */
import { describe, expect, it } from 'vitest';
import { inState, type Story } from '../../support/story.ts';
import { datesMoved } from '../../../core/item/date-move.ts';
import { movesOf } from '../../../core/item/recount.ts';
import type { Rules } from '../../../core/rules/rules.ts';

const startsOn = '2026-01-05';
const longer = ({ rules }: Story): Rules => ({ ...rules, policy: { ...rules.policy, periodMonths: 9 } });
const movesIn = (story: Story, after = longer(story)) =>
  movesOf({ events: story.events, item: story.item, before: story.rules, startsOn, after }, story.now);
const moves = [{ date: 'due', from: '2026-07-06', to: '2026-10-08' }] as const;

/** The due date is Monday 2026-07-06; nine months are over on 2026-10-05, within the holidays of the National Day. */
const working = () => inState('inProgress').on('2026-03-02');
const paused = () => working().act('requestPause', { pausedUntil: '2026-06-01' }).act('grantPause');

describe('while an item is paused', () => {
  it('its dates move by other rules, and the days of the pause come at its end all the same', () => {
    const story = paused().on('2026-03-16');
    expect(movesIn(story)).toEqual(moves);
    const unmoved = paused().on('2026-03-30').act('endPause');
    expect(unmoved.item.dueOn).toBe('2026-08-03');
    expect(story.act('moveDates', { moves }).on('2026-03-30').act('endPause').item.dueOn).toBe('2026-11-05');
    // Counted by those rules from the beginning it comes to the same.
    expect(movesIn(story)).toEqual([]);
  });

  it('what a person set meanwhile stays as they set it', () => {
    const { item } = paused().act('setDueDate', { dueOn: '2026-09-01' });
    const { pause } = datesMoved(item, [{ date: 'due', from: '2026-09-01', to: '2026-09-02' }]);
    expect(pause?.dates.dueOn).toBe('2026-07-06');
  });
});

it('rules that came after a pause count what it gave back anew', () => {
  const story = paused().on('2026-03-30').act('endPause');
  expect(movesIn(story)).toEqual([{ date: 'due', from: '2026-08-03', to: '2026-11-05' }]);
});

describe('a date of a higher body', () => {
  it('is moved by no other rules', () => {
    const story = working();
    expect(movesIn(story)).toEqual(moves);
    expect(movesIn(story.act('fixDueDate', { dueOn: '2026-07-01' }))).toEqual([]);
    expect(movesIn(story.act('requestPause').on('2026-03-30').act('refusePause'))).toEqual([]);
  });

  it('is refused to be moved where it was said after the preview, though the day is the same', () => {
    const story = working().act('fixDueDate', { dueOn: '2026-07-06' });
    expect(story.refusal('moveDates', { moves })).toEqual({ code: 'dueDateFixed', dueOn: '2026-07-06' });
  });
});
