import { describe, expect, it } from 'vitest';
import type { ItemRow } from '../../../api/contract.ts';
import { launchNumbers } from '../../../web/rounds/launch-numbers.ts';
import { members, personOf, unitList } from '../fixture/world.ts';

describe('a launch in numbers', () => {
  it('counts units, and each person once', () => {
    const row = { unitId: 'finance', handlerId: 'wang', leadLeaderId: 'zhang' } as ItemRow;
    const { perUnit, recipients, withoutAddress } = launchNumbers([row, row], unitList, members.map(personOf));
    expect(perUnit.map(({ unit, items }) => [unit.id, items])).toEqual([['finance', 2]]);
    expect(recipients.map(({ id }) => id).sort()).toEqual(['lin', 'wang']);
    expect(withoutAddress).toEqual([]);
  });
});
