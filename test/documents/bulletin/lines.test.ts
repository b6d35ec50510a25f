import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../../documents/bulletin/lines.ts';

const was = ['甲', '乙', '丙', '丁'];

describe('lines of a notice', () => {
  it('differ where their words do, and not where only spaces do', () => {
    expect(differencesOf(['甲', ' 乙', '丙 ', '丁'], was)).toEqual([]);
    expect(differencesOf(['甲', '乙二', '丙', '丁四'], was)).toEqual([
      { line: 2, given: '乙二', expected: '乙' },
      { line: 4, given: '丁四', expected: '丁' },
    ]);
  });

  it('that are added or missing are said to be so, and the others are not', () => {
    expect(differencesOf(['甲', '乙', '新', '丙', '丁'], was)).toEqual([{ line: 3, given: '新', expected: null }]);
    expect(differencesOf(['甲', '丙', '丁'], was)).toEqual([{ line: 2, given: null, expected: '乙' }]);
    expect(differencesOf([], was)).toHaveLength(4);
    expect(differencesOf(['甲', '甲'], ['甲'])).toEqual([{ line: 2, given: '甲', expected: null }]);
  });
});
