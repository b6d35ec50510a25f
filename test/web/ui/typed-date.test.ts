import { describe, expect, it } from 'vitest';
import { readTypedDate } from '../../../web/ui/typed-date.ts';
import { china } from '../../../core/rules/china.ts';

const today = '2026-11-23';
const read = (typed: string) => readTypedDate(typed, today, china);

describe('a typed date', () => {
  it.each([
    ['2025-3-4', '2025-03-04'],
    ['20250304', '2025-03-04'],
    ['2025年3月4日', '2025-03-04'],
    ['2025/03/04', '2025-03-04'],
    ['12月4日', '2026-12-04'],
    ['3月4日', '2027-03-04'],
    ['4 Dec', '2026-12-04'],
    ['4 December 2025', '2025-12-04'],
    ['今天', '2026-11-23'],
    ['明天', '2026-11-24'],
    ['Tomorrow', '2026-11-24'],
    ['+10工作日', '2026-12-07'],
    ['+10 working days', '2026-12-07'],
    ['+3天', '2026-11-26'],
    [' 2026-11-23 ', '2026-11-23'],
  ])('%s is %s', (typed, date) => {
    expect(read(typed)).toBe(date);
  });

  it.each(['', '2025-2-30', '20251301', 'soon', '13月1日', '31 Feb', '+', '0'])('%s is none', (typed) => {
    expect(read(typed)).toBeNull();
  });

  it('counts working days over holidays and make-up Saturdays', () => {
    expect(readTypedDate('+2工作日', '2026-09-30', china)).toBe('2026-10-09');
  });
});
