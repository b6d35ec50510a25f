/** Of whom a second factor may be demanded, and how people type its codes. */
import { describe, expect, it } from 'vitest';
import { decides, isShownCode, plainCode } from '../../../core/people/second-factor.ts';

describe('a demand', () => {
  it.each([
    [['staff'], false],
    [['supervisor'], true],
    [['admin'], true],
    [['staff', 'supervisor'], true],
  ] as const)('of %j: %s', (roles, isMeant) => {
    expect(decides({ roles: [...roles] })).toBe(isMeant);
  });
});

describe('a code', () => {
  it.each([
    ['123456', '123456', true],
    [' 123 456 ', '123456', true],
    ['１２３－４５６', '123456', true],
    ['123–456', '123456', true],
    ['K7QM-4XQT-9WZ2-HB3N', 'k7qm4xqt9wz2hb3n', false],
    ['12345', '12345', false],
    ['١٢٣٤٥٦', '١٢٣٤٥٦', false],
    ['', '', false],
  ])('typed as %j', (typed, plain, isShown) => {
    expect(plainCode(typed)).toBe(plain);
    expect(isShownCode(plain)).toBe(isShown);
  });
});
