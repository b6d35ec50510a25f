import { describe, expect, it } from 'vitest';
import { taken, type Step } from '../../../../web/rounds/tree/steps.ts';
import { immediateOf, leftOutOf, noticeOf, treeOf, type Tree } from '../../../../web/rounds/tree/tree.ts';
import type { Notice } from '../../../../core/round/notice.ts';
import { said } from '../../../support/said.ts';
import { notice as sample } from '../../fixture/findings.ts';

const item = (title: string, ...measures: string[]) => ({ number: null, title, measures });
const notice: Notice = {
  ...sample,
  parts: [
    { number: '一', heading: '一、甲方面', items: [item('一一', 'a', 'b', 'c'), item('一二')] },
    { number: '二', heading: '二、乙方面', items: [item('二一', 'd')] },
  ],
};
// Part 1 holds findings 2 (measures 3, 4, 5) and 6; part 7 holds finding 8 (measure 9).
const tree = treeOf(notice, '', [2]);

const after = (...steps: Step[]): Tree => steps.reduce(taken, tree);
/** `heading: title(measure measure) title` for each part. */
const told = ({ parts }: Tree): string[] =>
  parts.map(
    ({ heading, items }) =>
      `${heading ?? ''}: ${items.map((one) => `${one.title}(${one.measures.map(({ text }) => text).join(' ')})`).join(' ')}`,
  );

describe('the tree of a notice', () => {
  it('becomes the same notice again', () => {
    expect(noticeOf(notice, tree)).toEqual(notice);
    expect(immediateOf(tree)).toEqual([2]);
  });

  it('leaves out parts without findings and measures without words', () => {
    const emptied = after({ do: 'intoPart', id: 8, partId: 1 }, { do: 'rewordMeasure', id: 3, text: ' ' });
    expect(noticeOf(notice, emptied).parts).toMatchObject([
      { items: [{ measures: ['b', 'c'] }, { title: '一二' }, { title: '二一' }] },
    ]);
  });
});

describe('a step', () => {
  const cases: readonly (readonly [Step, readonly string[]])[] = [
    [{ do: 'reword', id: 6, field: 'title', text: '改' }, ['一、甲方面: 一一(a b c) 改()', '二、乙方面: 二一(d)']],
    [{ do: 'rewordMeasure', id: 4, text: 'x' }, ['一、甲方面: 一一(a x c) 一二()', '二、乙方面: 二一(d)']],
    [{ do: 'rewordPart', id: 7, text: '丙' }, ['一、甲方面: 一一(a b c) 一二()', '丙: 二一(d)']],
    [{ do: 'moveItem', id: 6, by: -1 }, ['一、甲方面: 一二() 一一(a b c)', '二、乙方面: 二一(d)']],
    [{ do: 'moveItem', id: 6, by: 1 }, ['一、甲方面: 一一(a b c)', '二、乙方面: 一二() 二一(d)']],
    [{ do: 'moveItem', id: 8, by: -1 }, ['一、甲方面: 一一(a b c) 一二() 二一(d)', '二、乙方面: ']],
    [{ do: 'moveMeasure', id: 3, by: 1 }, ['一、甲方面: 一一(b a c) 一二()', '二、乙方面: 二一(d)']],
    [{ do: 'intoPart', id: 2, partId: 7 }, ['一、甲方面: 一二()', '二、乙方面: 二一(d) 一一(a b c)']],
    [{ do: 'headPart', id: 2 }, ['一、甲方面: ', '一一: a() b() c() 一二()', '二、乙方面: 二一(d)']],
    [{ do: 'joinPart', id: 7 }, ['一、甲方面: 一一(a b c) 一二() 二一(d)']],
    [{ do: 'intoMeasures', id: 8 }, ['一、甲方面: 一一(a b c) 一二(二一 d)', '二、乙方面: ']],
    [{ do: 'measureToItem', id: 4, withBelow: false }, ['一、甲方面: 一一(a c) b() 一二()', '二、乙方面: 二一(d)']],
    [{ do: 'measureToItem', id: 4, withBelow: true }, ['一、甲方面: 一一(a) b(c) 一二()', '二、乙方面: 二一(d)']],
    [{ do: 'split', id: 2, at: 1 }, ['一、甲方面: 一() 一(a b c) 一二()', '二、乙方面: 二一(d)']],
    [{ do: 'mergeUp', id: 6 }, ['一、甲方面: 一一一二(a b c)', '二、乙方面: 二一(d)']],
    [
      { do: 'addItem', below: 2, title: '新', lines: [4] },
      ['一、甲方面: 一一(a b c) 新() 一二()', '二、乙方面: 二一(d)'],
    ],
    [
      { do: 'addItem', below: null, title: '新', lines: [] },
      ['一、甲方面: 一一(a b c) 一二()', '二、乙方面: 二一(d) 新()'],
    ],
    [{ do: 'addMeasure', id: 6, text: 'e', lines: [] }, ['一、甲方面: 一一(a b c) 一二(e)', '二、乙方面: 二一(d)']],
    [{ do: 'leaveOut', id: 2, reason: '重复' }, ['一、甲方面: 一二()', '二、乙方面: 二一(d)']],
    [{ do: 'leaveOut', id: 4, reason: '重复' }, ['一、甲方面: 一一(a c) 一二()', '二、乙方面: 二一(d)']],
  ];
  it.each(cases)('%j', (step, expected) => {
    expect(told(after(step))).toEqual(expected);
    expect(told(tree)).toEqual(['一、甲方面: 一一(a b c) 一二()', '二、乙方面: 二一(d)']);
  });

  const idle: readonly Step[] = [
    { do: 'moveItem', id: 2, by: -1 },
    { do: 'moveItem', id: 8, by: 1 },
    { do: 'moveMeasure', id: 3, by: -1 },
    { do: 'intoPart', id: 2, partId: 1 },
    { do: 'joinPart', id: 1 },
    { do: 'intoMeasures', id: 2 },
    { do: 'mergeUp', id: 2 },
    { do: 'split', id: 2, at: 2 },
    { do: 'addMeasure', id: 99, text: 'e', lines: [] },
    { do: 'leaveOut', id: 99, reason: '重复' },
    { do: 'takeBack', at: 0 },
  ];
  it.each(idle)('that leads nowhere gives the same tree: %j', (step) => {
    expect(taken(tree, step)).toBe(tree);
  });

  it('leaves what it does not touch as it is, so that nothing else is drawn anew', () => {
    const reworded = after({ do: 'reword', id: 6, field: 'title', text: '改' });
    expect(reworded.parts[1]).toBe(tree.parts[1]);
    expect(reworded.parts[0]?.items[0]).toBe(tree.parts[0]?.items[0]);
  });

  it('takes along what is to be fixed at once', () => {
    expect(immediateOf(after({ do: 'moveItem', id: 6, by: -1 }))).toEqual([1]);
    expect(immediateOf(after({ do: 'setImmediate', id: 6, isOn: false }))).toEqual([]);
    expect(immediateOf(after({ do: 'mergeUp', id: 6 }))).toEqual([1]);
  });

  it('takes along what the document says of who answers', () => {
    const asked = { ...notice, responsibilities: [said(2, { unit: '财务科' })] };
    const read = treeOf(asked, '');
    const from = (...steps: Step[]) => noticeOf(asked, steps.reduce(taken, read)).responsibilities;
    expect(from()).toEqual(asked.responsibilities);
    expect(from({ do: 'moveItem', id: 6, by: -1 })).toEqual([said(1, { unit: '财务科' })]);
    expect(from({ do: 'intoPart', id: 6, partId: 7 })).toEqual([said(3, { unit: '财务科' })]);
    expect(from({ do: 'mergeUp', id: 6 })).toEqual([said(1, { unit: '财务科' })]);
    expect(from({ do: 'leaveOut', id: 6, reason: '重复' })).toBeUndefined();
  });

  it('keeps the heading of a part that joins the one above', () => {
    expect(noticeOf(notice, after({ do: 'joinPart', id: 7 })).parts[0]?.items[2]?.group).toBe('二、乙方面');
  });
});

describe('what is left out', () => {
  it('is told with its reason, in the words of the document', () => {
    const out = after({ do: 'leaveOut', id: 4, reason: '重复' }, { do: 'leaveOut', id: 8, reason: '不属整改' });
    expect(leftOutOf(out)).toEqual([
      { title: 'b', reason: '重复' },
      { title: '二一', reason: '不属整改' },
    ]);
  });

  it('comes back to where it stood', () => {
    const back = after({ do: 'leaveOut', id: 4, reason: '重复' }, { do: 'takeBack', at: 0 });
    expect(told(back)).toEqual(told(tree));
    expect(back.leftOut).toEqual([]);
  });

  it('comes back as a finding where its place is gone', () => {
    const gone = after(
      { do: 'leaveOut', id: 9, reason: '重复' },
      { do: 'leaveOut', id: 8, reason: '重复' },
      { do: 'takeBack', at: 0 },
    );
    expect(told(gone)[1]).toBe('二、乙方面: d()');
  });
});
