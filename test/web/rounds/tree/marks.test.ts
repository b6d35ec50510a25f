import { describe, expect, it } from 'vitest';
import { findingAbove, leadOf, marksOf, stillUnplaced } from '../../../../web/rounds/tree/marks.ts';
import { taken } from '../../../../web/rounds/tree/steps.ts';
import { treeOf } from '../../../../web/rounds/tree/tree.ts';
import { notice as sample } from '../../fixture/findings.ts';

const notice = {
  ...sample,
  parts: [
    { number: null, heading: '一、财务', items: [{ number: null, title: '合同不规范', measures: ['开展清理'] }] },
  ],
};
const tree = treeOf(notice, '一、财务\n合同不规范\n开展清理\n此外提醒。');
const unplaced = [{ line: 4, text: '此外提醒。' }];

describe('a line of the document', () => {
  it('leads to the finding that it went into, or says that it went nowhere', () => {
    const marks = marksOf(tree, unplaced);
    const lines = [...marks].map(([line, mark]) => [line, leadOf(mark), mark.unplaced]);
    expect(lines.toSorted()).toEqual([
      [1, 1, []],
      [2, 2, []],
      [3, 2, []],
      [4, null, ['此外提醒。']],
    ]);
  });

  it('says that what it holds was left out', () => {
    const marks = marksOf(taken(tree, { do: 'leaveOut', id: 2, reason: '重复' }), []);
    expect([...marks].map(([line, { itemId, isLeftOut }]) => [line, itemId, isLeftOut])).toEqual([
      [1, null, false],
      [2, null, true],
      [3, null, true],
    ]);
  });

  it('stands below the last finding above it', () => {
    const marks = marksOf(tree, unplaced);
    expect([1, 2, 4].map((line) => findingAbove(marks, line))).toEqual([null, 2, 2]);
  });
});

it('a sentence that was added is not left over, wherever it was added', () => {
  expect(stillUnplaced(unplaced, [])).toEqual(unplaced);
  expect(stillUnplaced(unplaced, [{ do: 'addMeasure', id: 2, text: '此外提醒。', lines: [4] }])).toEqual([]);
  expect(stillUnplaced(unplaced, [{ do: 'addItem', below: null, title: '此外提醒。', lines: [9] }])).toEqual(unplaced);
});
