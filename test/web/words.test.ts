/** Both languages say the same things: same keys, same shapes, nothing left in the other language. */
import { describe, expect, it } from 'vitest';
import { en } from '../../web/words/en.ts';
import { zh } from '../../web/words/zh.ts';

/** Functions are called with values, so that their sentences are seen too. */
function flat(value: unknown, path = ''): [path: string, words: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    // Each is a number and a total at once, for either may be asked for.
    const given = Array.from({ length: value.length }, (_, index) =>
      Object.assign(Object(index + 2) as number, { count: index + 2, isExact: true }),
    );
    return [[path, String((value as (...args: number[]) => unknown)(...given))]];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, `${path}.${key}`));
}

const chinese = new Map(flat(zh));
const english = new Map(flat(en));
/** Names that stay, and the switch that names the other language on purpose. */
const foreign = ['.shell.otherLanguage'];

describe('the words of the pages', () => {
  it('have the same keys in both languages', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('never mix languages', () => {
    for (const [path, words] of english)
      if (!foreign.includes(path)) expect(words, path).not.toMatch(/[\u4e00-\u9fff，。：；？！]/);
    for (const [path, words] of chinese)
      if (!foreign.includes(path))
        expect(words.replace(/PDF|Word|Excel|Message-ID|rectify users add|\.txt|\.md/g, ''), path).not.toMatch(
          /[A-Za-z]{2}/,
        );
  });

  it('blame nobody and shout at nobody', () => {
    for (const [path, words] of [...english, ...chinese]) {
      expect(words, path).not.toMatch(/[!！]/);
      expect(words, path).not.toMatch(/\b(please|sorry|invalid|oops|illegal)\b|非法|亲，|失败/i);
    }
  });

  it('are empty nowhere', () => {
    for (const [path, words] of [...english, ...chinese]) expect(words.trim(), path).not.toBe('');
  });
});
