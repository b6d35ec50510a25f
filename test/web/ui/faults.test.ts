import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../web/api.ts';
import { faultyField } from '../../../web/ui/faults.ts';

describe('a refusal', () => {
  const refusal = (code: string, facts = {}) => new ApiError(422, { code, message: 'x', facts });

  it('is led to the field that it speaks of', () => {
    expect(faultyField(refusal('textTooShort', { field: 'reason' }), ['reason'], null)).toBe('reason');
    expect(faultyField(refusal('dayOff'), ['until', 'reason'], 'until')).toBe('until');
    expect(faultyField(refusal('noMeasureNamed'), ['measureIds'], null)).toBe('measureIds');
  });

  it('stands alone where the form has no such field', () => {
    expect(faultyField(refusal('notYours'), ['reason'], null)).toBeNull();
    expect(faultyField(refusal('textTooShort', { field: 'opinion' }), ['reason'], null)).toBeNull();
  });
});
