/** The words of mails in both languages: the same keys, none empty, the house's rules of style. */
import { describe, expect, it } from 'vitest';
import { en } from '../../../documents/mail/words/en.ts';
import { zh } from '../../../documents/mail/words/zh.ts';
import { digestFacts, letterFacts } from './samples.ts';
import { renderDigest } from '../../../documents/mail/digest.ts';
import { renderLetter } from '../../../documents/mail/letter.ts';

const keysOf = (words: object, under = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? keysOf(value as object, `${under}${key}.`) : [`${under}${key}`],
  );

describe('the words of mails', () => {
  it('are the same in both languages', () => {
    expect(keysOf(zh).sort()).toEqual(keysOf(en).sort());
  });

  it('address nobody by pronoun and raise no voice in Chinese', () => {
    const said = [renderDigest(digestFacts('zh-CN')), renderLetter(letterFacts('zh-CN'))].map(({ text }) => text);
    expect(said.join('\n')).not.toMatch(/[您你该！!]/);
  });

  it('neither beg nor blame in English', () => {
    const said = [renderDigest(digestFacts('en')), renderLetter(letterFacts('en'))].map(({ text }) => text);
    expect(said.join('\n')).not.toMatch(/\b(please|sorry|invalid|failed to|urgent)\b|!/i);
  });
});
