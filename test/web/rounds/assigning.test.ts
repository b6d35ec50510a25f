import { describe, expect, it } from 'vitest';
import type { ItemRow } from '../../../api/contract.ts';
import { chosenFor, completeCount, halfDone, toSave, withChoice } from '../../../web/rounds/assigning.ts';

const row = (id: string, more: Partial<ItemRow> = {}): ItemRow =>
  ({ id, number: id, unitId: null, handlerId: null, leadLeaderId: null, ...more }) as ItemRow;
const full = { unitId: 'finance', handlerId: 'wang', leadLeaderId: 'zhang' };
const rows = [row('1.1', full), row('1.2'), row('1.3')];

describe('assigning', () => {
  it('saves only complete rows that differ from what the server knows', () => {
    expect(toSave(rows, { '1.1': full, '1.2': full, '1.3': { ...full, handlerId: '' } })).toEqual([
      { itemId: '1.2', ...full },
    ]);
  });

  it('names what a begun row lacks and lets untouched rows be', () => {
    const [fault, ...more] = halfDone(rows, { '1.3': { ...full, handlerId: '', leadLeaderId: '' } });
    expect(fault).toMatchObject({ row: { id: '1.3' }, lacks: ['handlerId', 'leadLeaderId'] });
    expect(more).toEqual([]);
  });

  it('asks for another handler when the unit changes', () => {
    expect(withChoice(full, { unitId: 'works' })).toEqual({ unitId: 'works', handlerId: '', leadLeaderId: 'zhang' });
    expect(withChoice(full, { unitId: 'works', handlerId: 'gao' })).toMatchObject({ handlerId: 'gao' });
    expect(withChoice(full, { leadLeaderId: 'chen' })).toEqual({ ...full, leadLeaderId: 'chen' });
  });

  it('counts what is complete', () => {
    expect(completeCount(rows, { '1.2': full })).toBe(2);
    expect(chosenFor(rows[0] as ItemRow, {})).toEqual(full);
  });
});
