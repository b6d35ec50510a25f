import { describe, expect, it } from 'vitest';
import { bulletinFacts, bulletinItem } from './samples.ts';
import { faultsOf, figuresOf, outcomeOf } from '../../../documents/bulletin/figures.ts';
import { itemStates } from '../../../core/item/item.ts';

describe('the figures of a notice', () => {
  it('count each item once, so that they add up to the whole, whatever state each is in', () => {
    expect(figuresOf(bulletinFacts())).toEqual({
      whole: 6,
      of: { done: 1, interim: 1, standing: 1, ongoing: 2, cancelled: 1 },
    });
    const items = itemStates.map((state) => bulletinItem({ state }));
    const { whole, of } = figuresOf({ parts: [{ heading: null, items }] });
    expect(Object.values(of).reduce((sum, count) => sum + count, 0)).toBe(whole);
    expect(itemStates.filter((state) => outcomeOf(state) === 'ongoing')).toHaveLength(8);
  });

  it('are not made of items that the ledger does not have, nor beside ones that the document does not have', () => {
    const parts = [{ heading: null, items: [bulletinItem({ number: '1.7', state: null })] }];
    expect(faultsOf({ parts, strangers: ['9.9'] })).toEqual([
      { number: '1.7', problem: 'notInLedger' },
      { number: '9.9', problem: 'notInDocument' },
    ]);
    expect(() => figuresOf({ parts })).toThrow('0 of 1');
  });

  it('are not published where an item is settled and nobody said what was done', () => {
    const of = (state: 'closed' | 'interim' | 'standing' | 'inProgress' | 'cancelled') =>
      faultsOf({ parts: [{ heading: null, items: [bulletinItem({ state, statement: ' ' })] }], strangers: [] });
    for (const state of ['closed', 'interim', 'standing'] as const)
      expect(of(state)).toEqual([{ number: '1.1', problem: 'nothingSaid' }]);
    expect([...of('inProgress'), ...of('cancelled'), ...faultsOf(bulletinFacts())]).toEqual([]);
  });
});
