import { describe, expect, it } from 'vitest';
import { countsOf, isStated, ownCount } from '../../../core/round/counts.ts';

const item = (group?: string) => ({
  number: null,
  title: '一个问题',
  measures: [],
  ...(group === undefined ? {} : { group }),
});
const part = (...items: ReturnType<typeof item>[]) => ({ number: null, heading: null, items });
const tree = { parts: [part(item('甲'), item('甲 / 乙'), item('丙')), part(item())] };

describe('the counts of a tree', () => {
  it('are those of its findings, the headings above them and its parts', () => {
    expect(countsOf(tree)).toEqual({ items: 4, groups: 3, parts: 2 });
  });

  it('are stated one by one or as a sum', () => {
    expect([isStated([3, 1], 3), isStated([3, 1], 4), isStated([3, 1], 2)]).toEqual([true, true, false]);
  });
});

describe("the text's own count", () => {
  it('is nothing where the text states none', () => {
    expect(ownCount([], tree)).toBeNull();
  });

  it('stands beside the findings where it differs', () => {
    expect(ownCount([5], tree)).toEqual({ stated: 5, found: 4, countedAs: 'items' });
  });

  it('may be that of the headings', () => {
    expect(ownCount([3], tree)).toEqual({ stated: 3, found: 3, countedAs: 'groups' });
  });
});
