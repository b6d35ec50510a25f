/** What a letter asks for: by when, and what follows. */
import { describe, expect, it } from 'vitest';
import { china } from '../../../core/rules/china.ts';
import { letterTerms } from '../../../core/item/letter.ts';
import { defaultPolicy } from '../../../core/rules/policy.ts';

const rules = { policy: defaultPolicy, calendar: china };

describe('the terms of a letter', () => {
  it('give time up to the working day before the next step', () => {
    const { answerBy, next } = letterTerms(rules, 1, '2026-09-02', '2026-09-03');
    expect(next).toMatchObject({ on: '2026-09-09', step: { letter: 'supervisionLetter' } });
    expect(answerBy).toBe('2026-09-08');
  });

  it('keep a day between a late letter and the step after it', () => {
    const { answerBy, next } = letterTerms(rules, 1, '2026-09-02', '2026-09-11');
    expect(next?.on).toBe('2026-09-14');
    expect(answerBy).toBe('2026-09-11');
  });

  it('give five working days on the last step', () => {
    expect(letterTerms(rules, 4, '2026-09-02', '2026-09-30')).toEqual({ answerBy: '2026-10-13', next: null });
  });
});
