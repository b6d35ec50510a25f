/** One text for one value: what the chain of hashes stands on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../core/canonical.ts';

describe('the canonical text', () => {
  it.each([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ b: { d: 1, c: [{ z: 0, y: null }] }, a: '' }, '{"a":"","b":{"c":[{"y":null,"z":0}],"d":1}}'],
    [[3, 1, 2], '[3,1,2]'],
    [{ 10: 'ten', 9: 'nine' }, '{"10":"ten","9":"nine"}'],
    [{ 二: 2, 一: 1, é: 3, e: 4, E: 5 }, '{"E":5,"e":4,"é":3,"一":1,"二":2}'],
    ['引号"与\n换行\u2028', '"引号\\"与\\n换行\u2028"'],
    [{ left: undefined, kept: null }, '{"kept":null}'],
    [[undefined, null], '[null,null]'],
    [undefined, 'null'],
    [null, 'null'],
    [-0, '0'],
    [{}, '{}'],
    [[], '[]'],
  ])('of %j is %s', (value, text) => {
    expect(canonical(value)).toBe(text);
  });

  it('of astral characters follows code units, so that every engine agrees', () => {
    expect(canonical({ '\u{1F600}': 1, '\uFF21': 2 })).toBe('{"\u{1F600}":1,"\uFF21":2}');
  });

  it('does not depend on the order in which keys were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(reversed)).toBe(canonical(value));
      }),
    );
  });

  it('is JSON that reads back as the same value, and its own canonical text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(JSON.parse(text))).toBe(text);
      }),
    );
  });
});
