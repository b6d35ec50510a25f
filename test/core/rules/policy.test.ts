/** The kinds of letters: those of the rules, and where they name none the two that the product knows. */
import { expect, it } from 'vitest';
import { defaultPolicy, letterRule, letterRules } from '../../../core/rules/policy.ts';

it('a policy without letters of its own has two, of which no answer is waited for', () => {
  expect(letterRules(defaultPolicy)).toEqual([
    { kind: 'reminderLetter', to: ['handler', 'liaison'] },
    { kind: 'supervisionLetter', to: ['handler', 'leadLeader'] },
  ]);
  expect(letterRule(defaultPolicy, 'supervisionLetter').answerWithinWorkingDays).toBeUndefined();
});

it('a kind that the rules do not know is nobody’s letter', () => {
  expect(() => letterRule({ letters: [] }, 'reminderLetter')).toThrow('reminderLetter');
});
