/** When two facts under one number tell of the same: the press or the step counts, not the moment of the decision. */
import { describe, expect, it } from 'vitest';
import { launched, type Story } from '../../support/story.ts';
import { tellOfTheSame, type ItemEvent } from '../../../core/item/event.ts';

const last = (story: Story): ItemEvent => {
  const event = story.events.at(-1);
  if (event === undefined) throw new Error('nothing happened');
  return event;
};
const signed = last(launched().act('signFor'));
const reminded = last(launched().passUntil('2026-01-09'));
const later = '2026-01-09T08:00:00.000Z';

describe('two facts', () => {
  it('of one press or one step tell of the same, whenever each was decided', () => {
    for (const event of [signed, reminded]) expect(tellOfTheSame(event, { ...event, at: later })).toBe(true);
  });

  it('under two numbers, of two types, two presses or two steps do not', () => {
    expect(tellOfTheSame(signed, { ...signed, seq: signed.seq + 1 })).toBe(false);
    expect(tellOfTheSame(signed, { ...signed, commandId: 'another-press' } as ItemEvent)).toBe(false);
    expect(tellOfTheSame(signed, reminded)).toBe(false);
    const { step } = reminded as Extract<ItemEvent, { readonly type: 'reminded' }>;
    expect(tellOfTheSame(reminded, { ...reminded, step: { ...step, key: 'reminder/b' } } as ItemEvent)).toBe(false);
  });
});
