import { describe, expect, it } from 'vitest';
import { markOf } from '../../../../documents/notice/words/marks.ts';

describe('number marks', () => {
  it.each([
    ['一、甲', 'cn', 1, '一'],
    ['十二、甲', 'cn', 12, '十二'],
    ['（一）甲', 'cnParen', 1, '（一）'],
    ['(二) 甲', 'cnParen', 2, '(二)'],
    ['（ 三 ）甲', 'cnParen', 3, '（三）'],
    ['㈣甲', 'cnParen', 4, '㈣'],
    ['1.甲', 'num', 1, '1'],
    ['1．甲', 'num', 1, '1'],
    ['12、甲', 'num', 12, '12'],
    ['２．甲', 'num', 2, '２'],
    ['⒊甲', 'num', 3, '⒊'],
    ['（1）甲', 'numParen', 1, '（1）'],
    ['(10)甲', 'numParen', 10, '(10)'],
    ['⑵甲', 'numParen', 2, '⑵'],
    ['1）甲', 'numHalf', 1, '1）'],
    ['③甲', 'circled', 3, '③'],
    ['问题1：甲', 'problem', 1, '问题1'],
    ['问题十：甲', 'problem', 10, '问题十'],
    ['【问题2】甲', 'problem', 2, '问题2'],
    ['第一部分 甲', 'chapter', 1, '第一部分'],
    ['2.3 关于甲', 'decimal', 3, '2.3'],
  ])('%s', (text, style, value, number) => {
    const mark = markOf(text);
    expect(mark).toMatchObject({ style, value, number });
    expect(text.slice(mark?.length)).toMatch(/^(?:关于)?甲$/);
  });

  it.each([
    '1.5亿元资金',
    '2025.2.18',
    '2025年',
    '一是甲',
    '一体推进',
    '（含部分整改）',
    '问题较多',
    '第一，甲',
    '3.14',
  ])('%s has none', (text) => {
    expect(markOf(text)).toBeNull();
  });
});
