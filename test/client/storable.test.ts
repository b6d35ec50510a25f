import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unstorable } from '../../client/storable.ts';

const pathsOf = (value: unknown) => unstorable(value).map(({ path }) => path);

describe('text that cannot be kept', () => {
  test.each([
    ['a zero character', { name: 'a\0b' }, ['name']],
    ['half of a pair', ['\ud800'], ['[0]']],
    ['the other half', '\udc00', ['']],
    ['several, in the order in which they stand', { b: ['\0', { c: '\0' }], a: '\0' }, ['b[0]', 'b[1].c', 'a']],
    ['none', { name: '😀 \u0001', count: 1, nothing: null, isSo: true }, []],
  ])('is found: %s', (_what, value, paths) => {
    expect(pathsOf(value)).toEqual(paths);
  });

  test('is found however deep it lies', () => {
    let deep: unknown = '\0';
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(pathsOf(deep)).toEqual(['[0]'.repeat(100_000)]);
  });

  test('is never seen in what is well formed', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ stringUnit: 'binary' }),
        (value) => pathsOf(value).length === 0 || JSON.stringify(value).includes('\\u0000'),
      ),
    );
  });
});
