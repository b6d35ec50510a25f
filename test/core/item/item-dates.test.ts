import { expect, it } from 'vitest';
import { inState, launched } from '../../support/story.ts';
import { dateOf, itemDates, judgedBy } from '../../../core/item/item-dates.ts';
import { itemStates } from '../../../core/item/item.ts';

it('an item has the dates that its facts gave it, and no others', () => {
  const datesIn = (item: Parameters<typeof dateOf>[0]) => itemDates.filter((date) => dateOf(item, date) !== null);
  expect(datesIn(inState('draft').item)).toEqual([]);
  expect(datesIn(launched().item)).toEqual(['signDue', 'planDue', 'due']);
  expect(datesIn(launched({ immediate: true }).item)).toEqual(['signDue', 'due']);
  expect(datesIn(inState('submitted').act('return').item)).toContain('due');
  expect(dateOf(inState('submitted').act('return', { dueOn: '2026-02-02' }).item, 'returnDue')).toBe('2026-02-02');
});

it.each(itemStates)('what an item that is %s is judged by is a date that it has', (state) => {
  const { item } = inState(state);
  const expected = state === 'interim' ? 'checkpoint' : state === 'standing' ? 'review' : 'due';
  expect(judgedBy(item)).toBe(expected);
  expect(dateOf(item, judgedBy(item)) === null).toBe(state === 'draft');
});
