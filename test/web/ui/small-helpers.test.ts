import { describe, expect, it } from 'vitest';
import { ApiError, read } from '../../../web/api.ts';
import { newCommandId } from '../../../web/ui/command-id.ts';
import { fileKind, fileSize } from '../../../web/ui/files.ts';
import { faultyField } from '../../../web/ui/faults.ts';
import { launchNumbers } from '../../../web/rounds/launch-numbers.ts';
import type { ItemRow } from '../../../api/contract.ts';
import { members, personOf, unitList } from '../fixture/world.ts';

describe('a file', () => {
  it('is told by its type and a size that people read', () => {
    expect(fileKind('盘点表.XLSX')).toBe('XLSX');
    expect(fileKind('无后缀')).toBe('?');
    expect([900, 340 * 1024, 1_300_000, 86 * 1024 * 1024].map(fileSize)).toEqual([
      '900 B',
      '340 kB',
      '1.2 MB',
      '86 MB',
    ]);
  });
});

describe('a command id', () => {
  it('is new for each press and fits the contract', () => {
    const ids = new Set(Array.from({ length: 50 }, newCommandId));
    expect(ids.size).toBe(50);
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(64);
  });
});

describe('an answer of the server', () => {
  const problem = JSON.stringify({ code: 'dayOff', message: '法定节假日', facts: {} });

  it('is its body, or a refusal with the sentence of the server', () => {
    expect(read(200, '{"a":1}')).toEqual({ a: 1 });
    expect(read(204, '')).toBeNull();
    expect(() => read(422, problem)).toThrow('法定节假日');
  });

  it('is no success while the outcome is unknown, nor when a proxy answers in HTML', () => {
    expect(() => read(202, problem)).toThrow(ApiError);
    expect(() => read(502, '<html>')).toThrow(ApiError);
  });
});

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

describe('a launch in numbers', () => {
  it('counts units, and each person once', () => {
    const row = { unitId: 'finance', handlerId: 'wang', leadLeaderId: 'zhang' } as ItemRow;
    const { perUnit, recipients, withoutAddress } = launchNumbers([row, row], unitList, members.map(personOf));
    expect(perUnit.map(({ unit, items }) => [unit.id, items])).toEqual([['finance', 2]]);
    expect(recipients.map(({ id }) => id).sort()).toEqual(['lin', 'wang']);
    expect(withoutAddress).toEqual([]);
  });
});
