import { describe, expect, it } from 'vitest';
import { bulletinFacts, bulletinItem } from './samples.ts';
import { faultsOf, figuresOf, outcomeOf } from '../../../documents/bulletin/figures.ts';
import type { BulletinFacts } from '../../../documents/bulletin/facts.ts';
import { itemStates } from '../../../core/item/item.ts';

describe('the figures of a notice', () => {
  const countsOf = (facts: Pick<BulletinFacts, 'parts'>) =>
    Object.fromEntries(Object.entries(figuresOf(facts)).map(([counted, ids]) => [counted, ids.length]));

  it('count each item once, so that they add up to the whole, whatever state each is in', () => {
    const { whole, told, omitted, ...of } = countsOf(bulletinFacts());
    expect(of).toEqual({ done: 1, interim: 1, standing: 1, ongoing: 2, cancelled: 1 });
    expect([whole, told, omitted]).toEqual([6, 6, 0]);
    const items = itemStates.map((state) => bulletinItem({ state }));
    const { whole: all, told: _, omitted: __, ...each } = countsOf({ parts: [{ heading: null, items }] });
    expect(Object.values(each).reduce((sum, count) => sum + count, 0)).toBe(all);
    expect(itemStates.filter((state) => outcomeOf(state) === 'ongoing')).toHaveLength(8);
  });

  it('name the items that each of them counts, those too that are not told of', () => {
    const items = Array.from({ length: 20 }, (_, index) =>
      bulletinItem({ id: `r-1-${index}`, omission: index < 4 ? 'approved' : null }),
    );
    const { whole, done, told, omitted } = figuresOf({ parts: [{ heading: null, items }] });
    expect([whole.length, done.length, told.length, omitted.length]).toEqual([20, 20, 16, 4]);
    expect(omitted).toEqual(['r-1-0', 'r-1-1', 'r-1-2', 'r-1-3']);
    expect([...omitted, ...told]).toEqual(whole);
  });

  it('are not made while nobody agreed to what is left out', () => {
    const parts = [{ heading: null, items: [bulletinItem({ omission: 'proposed' }), bulletinItem({ number: '1.2' })] }];
    expect(faultsOf({ parts, strangers: [] })).toEqual([{ number: '1.1', problem: 'notApproved' }]);
    expect(() => figuresOf({ parts })).toThrow('1 of 2');
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
    const wording = { result: '资产已登记', version: 4 };
    const worded = [
      bulletinItem({ statement: null, wording }),
      bulletinItem({ statement: null, omission: 'approved' }),
    ];
    expect(faultsOf({ parts: [{ heading: null, items: worded }], strangers: [] })).toEqual([]);
    expect([...of('inProgress'), ...of('cancelled'), ...faultsOf(bulletinFacts())]).toEqual([]);
  });
});
