import { expect, it } from 'vitest';
import { dayIn, dayOfCell } from '../../../documents/forms/day.ts';

it.each([
  ['2026-9-30', '2026-09-30'],
  ['２０２６年９月３０日', '2026-09-30'],
  ['2026 / 09 / 30', '2026-09-30'],
  ['2026.9.30', '2026-09-30'],
  ['20260930', '2026-09-30'],
  ['2026-02-30', null],
  ['2026年9月', null],
  ['9月30日', null],
  ['2026年9月底前', null],
])('%s is %s', (text, day) => {
  expect(dayIn(text)).toBe(day);
});

it('takes the number of a cell for a day, but for one that is none of these times', () => {
  expect(dayOfCell('9月30日', '2026-09-30')).toBe('2026-09-30');
  expect(dayOfCell('46295', '2026-09-30')).toBe('2026-09-30');
  expect(dayOfCell('2026', '1905-07-18')).toBeNull();
});
