/** A run that misses its commits rests longer each time, and what operators can list runs by says no names. */
import { describe, expect, it } from 'vitest';
import { inState, launched } from '../../support/story.ts';
import { clockRestMs, runAttributes } from '../../../core/item/lease.ts';
import { nextWake } from '../../../core/item/ladder.ts';

describe('the rest of the clock', () => {
  it('begins with the second miss in a row, doubles, and ends at an hour', () => {
    expect([0, 1, 2, 3, 4].map(clockRestMs)).toEqual([0, 0, 10_000, 20_000, 40_000]);
    expect([11, 12, 1_000].map(clockRestMs)).toEqual([3_600_000, 3_600_000, 3_600_000]);
  });
});

describe('what runs are listed by', () => {
  const told = ({ item, rules }: ReturnType<typeof launched>): Readonly<Record<string, unknown>> =>
    Object.fromEntries(runAttributes({ item, rules, epoch: 7 }).map(({ key, value }) => [key.name, value]));

  it('is round, state, unit, epoch and next wake', () => {
    const story = launched();
    expect(told(story)).toEqual({
      RectifyRound: story.item.roundId,
      RectifyState: 'assigned',
      RectifyEpoch: 7,
      RectifyUnit: 'finance',
      RectifyNextWake: new Date(nextWake(story.item, story.rules) ?? Number.NaN),
    });
  });

  it('leaves out the unit that nobody is and the wake that never comes', () => {
    expect(told(inState('closed'))).not.toHaveProperty('RectifyNextWake');
    expect(told(launched().act('disown'))).not.toHaveProperty('RectifyUnit');
  });
});
