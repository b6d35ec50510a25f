/** What must be there is there, or the reader hears what is missing. */
import { expect, it } from 'vitest';
import { present } from '../../core/present.ts';

it('gives back what is there, however empty it looks', () => {
  for (const value of ['', 0, false]) expect(present(value, 'value')).toBe(value);
});

it.each([null, undefined])('names what is not there: %s', (value) => {
  expect(() => present(value, 'month 13')).toThrow('there is no month 13');
});
