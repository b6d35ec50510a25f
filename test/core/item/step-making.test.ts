/** A step is named by its date and its day, and comes again from the day on which the last was sent. */
import { expect, it } from 'vitest';
import { inState } from '../../support/story.ts';
import { again, plainStep } from '../../../core/item/step-making.ts';
import { localDate } from '../../../core/time.ts';

const { item, rules } = inState('inProgress');
const first = plainStep('returnDue', '2026-03-16', '2026-03-16', ['handler'], rules);
const sent = (...days: string[]) => ({
  ...item,
  stepsTaken: days.map((day) => ({ key: `returnDue/2026-03-16/${day}`, at: `${day}T01:00:00.000Z` })),
});

it('is for the slot of its day, and says which years its date rests on', () => {
  expect(first).toMatchObject({ key: 'returnDue/2026-03-16/2026-03-16', at: '2026-03-16T01:00:00.000Z', level: 0 });
  expect(plainStep('returnDue', '2027-01-04', '2026-12-31', ['handler'], rules).unknownYears).toEqual(['2027']);
});

it('comes as it is the first time, and five working days after it was sent', () => {
  expect(again(first, 'unit', item, rules)).toBe(first);
  const second = again(first, 'unit', sent('2026-03-18'), rules);
  expect([localDate(second.at), second.to]).toEqual(['2026-03-25', ['handler']]);
});

it('is heard of above from the second repetition on', () => {
  expect(again(first, 'unit', sent('2026-03-16', '2026-03-23'), rules).to).toEqual(['handler', 'leadLeader']);
  expect(again(first, 'admin', sent('2026-03-16', '2026-03-23'), rules).to).toEqual(['handler', 'chief']);
});
