/** Which measures have too little evidence: files are counted by their content. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../core/item/item.ts';
import { contentsFor, filesFor, unprovenMeasures } from '../../../core/item/proof.ts';
import { defaultPolicy } from '../../../core/rules/policy.ts';

const unmarked = { kind: null, asks: [], progress: null } as const;
const measure = (id: string) => ({ id, text: '逐项登记资产', ownerId: 'wang', dueOn: null, ...unmarked });
const file = (id: string, letter: string, measureIds: readonly string[]) => ({
  ...{ id, by: 'wang', at: '2026-03-02T02:00:00.000Z', name: `${id}.pdf` },
  ...{ sha256: letter.repeat(64), measureIds, aboutOn: null },
});
const item: Pick<Item, 'measures' | 'evidence'> = {
  measures: [measure('m1'), measure('m2'), measure('m3')],
  evidence: [file('e1', 'a', ['m1', 'm2']), file('e2', 'a', ['m1']), file('e3', 'b', ['m2'])],
};
const unprovenWith = (evidencePerMeasure: number) => unprovenMeasures(item, { ...defaultPolicy, evidencePerMeasure });

describe('the files of a measure', () => {
  it('are all that were handed in for it, one by one', () => {
    expect(['m1', 'm2', 'm3'].map((id) => filesFor(item, id).map(({ name }) => name))).toEqual([
      ['e1.pdf', 'e2.pdf'],
      ['e1.pdf', 'e3.pdf'],
      [],
    ]);
  });

  it('count once by their content, whatever they are called', () => {
    expect(['m1', 'm2', 'm3'].map((id) => contentsFor(item, id).size)).toEqual([1, 2, 0]);
  });

  it('are enough or not by what the policy asks for', () => {
    expect([0, 1, 2, 3].map(unprovenWith)).toEqual([[], ['m3'], ['m1', 'm3'], ['m1', 'm2', 'm3']]);
  });
});
