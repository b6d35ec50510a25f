/** A step comes again from the day on which it was last sent, and from some time on upward. */
import { expect, it } from 'vitest';
import { inState } from '../../support/story.ts';
import { again, plainStep } from '../../../core/item/new-step.ts';

it('a step that was never sent stands as it is; one that was comes a week later, and the third time upward', () => {
  const { item, rules } = inState('inProgress');
  const first = plainStep('returnDue', '2026-03-02', '2026-03-02', ['handler'], rules);
  expect(first).toMatchObject({ key: 'returnDue/2026-03-02/2026-03-02', level: 0, letter: null });
  expect(again(first, 'unit', item, rules)).toEqual(first);
  const taken = { key: first.key, at: '2026-03-02T01:00:00.000Z' };
  const once = again(first, 'unit', { ...item, stepsTaken: [taken] }, rules);
  expect([once.at, once.to]).toEqual(['2026-03-09T01:00:00.000Z', ['handler']]);
  const twice = again(first, 'unit', { ...item, stepsTaken: [taken, taken] }, rules);
  expect(twice.to).toEqual(['handler', 'leadLeader']);
});
