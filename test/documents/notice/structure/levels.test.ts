import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../../documents/notice/structure/levels.ts';
import { linesOf } from '../../../../documents/notice/lines/normalise.ts';

/** The styles of a document, outermost first. */
function nesting(marks: readonly string[]): string[] {
  const ranks = marksOf(linesOf(marks.map((mark) => `${mark}关于甲的问题`).join('\n'))).flatMap((mark) =>
    mark === null ? [] : [[mark.style, mark.rank] as const],
  );
  return [...new Map(ranks)].sort((a, b) => a[1] - b[1]).map(([style]) => style);
}

describe('which number style stands inside which', () => {
  it.each([
    [
      'by custom',
      ['一、', '（一）', '1.', '（1）', '2.', '（二）', '1.', '二、', '（一）'],
      ['cn', 'cnParen', 'num', 'numParen'],
    ],
    ['running on across parts', ['一、', '1.', '2.', '二、', '3.'], ['cn', 'num']],
    ['a first part that lost its mark', ['（一）', '（二）', '二、', '（一）'], ['cn', 'cnParen']],
    ['（一） inside 1.', ['1.', '（一）', '（二）', '2.', '（一）'], ['num', 'cnParen']],
    ['一、 inside （一）', ['（一）', '（二）', '一、', '二、', '（三）'], ['cnParen', 'cn']],
    ['1. inside （1）', ['（1）', '1.', '2.', '（2）', '1.'], ['numParen', 'num']],
    [
      'three levels the other way round',
      ['1.', '（一）', '一、', '二、', '（二）', '一、', '2.', '（一）'],
      ['num', 'cnParen', 'cn'],
    ],
  ])('%s', (_, marks, styles) => {
    expect(nesting(marks)).toEqual(styles);
  });
});
