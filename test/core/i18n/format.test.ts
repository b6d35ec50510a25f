/** Dates, days and numbers as people read them. */
import { describe, expect, it } from 'vitest';
import {
  dateTime,
  letterDate,
  list,
  listDate,
  plural,
  sentenceDate,
  sentenceTime,
  shortDate,
  tableDate,
  unpublishedMark,
  wholeNumber,
  workingDaysLeft,
} from '../../../core/i18n/format.ts';

const day = '2025-02-18';
const today = '2025-01-06';

describe('a date', () => {
  it.each([
    ['sentence', sentenceDate(day, 'zh-CN'), '2025年2月18日（周二）', sentenceDate(day, 'en'), 'Tue 18 Feb 2025'],
    ['letter', letterDate(day, 'zh-CN'), '2025年2月18日', letterDate(day, 'en'), '18 February 2025'],
    ['table', tableDate(day, 'zh-CN'), '2025-02-18', tableDate(day, 'en'), '18 Feb 2025'],
    ['list', listDate(day, today, 'zh-CN'), '2月18日 周二', listDate(day, today, 'en'), 'Tue 18 Feb'],
    ['short', shortDate(day, today, 'zh-CN'), '2月18日', shortDate(day, today, 'en'), '18 Feb'],
    [
      'other year',
      listDate(day, '2026-01-05', 'zh-CN'),
      '2025年2月18日 周二',
      listDate(day, '2026-01-05', 'en'),
      'Tue 18 Feb 2025',
    ],
  ])('in a %s', (_where, zh, expectedZh, en, expectedEn) => {
    expect([zh, en]).toEqual([expectedZh, expectedEn]);
  });
});

describe('a moment', () => {
  it('is shown in Beijing time, across midnight too', () => {
    expect(dateTime('2025-02-18T01:00:00.000Z', 'zh-CN')).toBe('2025-02-18 09:00');
    expect(dateTime('2025-02-18T01:00:00.000Z', 'en')).toBe('18 Feb 2025, 09:00');
    expect(dateTime('2025-12-31T16:05:00.000Z', 'zh-CN')).toBe('2026-01-01 00:05');
    expect(sentenceTime('2025-03-03T01:00:00.000Z', 'zh-CN')).toBe('2025年3月3日 09:00');
  });
});

describe('working days', () => {
  it.each([
    [6, '还有 6 个工作日', '6 working days left'],
    [1, '还有 1 个工作日', '1 working day left'],
    [0, '今天到期', 'due today'],
    [-1, '超期 1 个工作日', '1 working day overdue'],
    [-1234, '超期 1,234 个工作日', '1,234 working days overdue'],
  ])('%i', (left, zh, en) => {
    expect(workingDaysLeft(left, 'zh-CN')).toBe(zh);
    expect(workingDaysLeft(left, 'en')).toBe(en);
  });
});

describe('numbers and lists', () => {
  it('group thousands', () => {
    expect([0, 999, 1000, 12345, 1234567].map(wholeNumber)).toEqual(['0', '999', '1,000', '12,345', '1,234,567']);
  });

  it('count in English', () => {
    expect([plural(1, 'item'), plural(2, 'item'), plural(2, 'reply', 'replies')]).toEqual([
      '1 item',
      '2 items',
      '2 replies',
    ]);
  });

  it('join', () => {
    expect(list(['1', '2', '3'], 'zh-CN')).toBe('1、2、3');
    expect([list([], 'en'), list(['1'], 'en'), list(['1', '2'], 'en'), list(['1', '2', '3'], 'en')]).toEqual([
      '',
      '1',
      '1 and 2',
      '1, 2 and 3',
    ]);
  });
});

describe('a year nobody has published', () => {
  it('is marked, and only then', () => {
    expect(unpublishedMark([], 'zh-CN')).toBeNull();
    expect(unpublishedMark(['2027', '2028'], 'zh-CN')).toBe('2027、2028年节假日安排未公布');
    expect(unpublishedMark(['2027'], 'en')).toBe('holidays of 2027 not published');
  });
});
