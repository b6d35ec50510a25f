/**
 * What people read, over every file of words in the house: both languages say all of it, a term is named once, nothing that is
 * written is unsaid, a number agrees with its noun, and no sentence stands elsewhere.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { enLabels } from '../core/i18n/en/labels.ts';
import { zhLabels } from '../core/i18n/zh/labels.ts';
import { counterpart, languageOf, productSources, wordFiles, type WordFile } from './support/words/files.ts';
import { keysOf } from './support/words/keys.ts';
import { repeated, strays } from './support/words/labels.ts';
import { readProduct } from './support/words/program.ts';
import { disagreement, sayings } from './support/words/said.ts';
import { unusedWords } from './support/words/unused.ts';

vi.setConfig({ testTimeout: 30_000 });

const root = join(import.meta.dirname, '..');
const files = wordFiles(root);
// Reading the whole product takes seconds, so the planted fault is in it from the beginning.
const product = readProduct(root, {
  'cli/words/en.ts': readFileSync(join(root, 'cli/words/en.ts'), 'utf8').replace(
    "id: 'Id',",
    "id: 'Id',\n  forgotten: 'Forgotten',",
  ),
});
const said = await sayings(product, root, [0, 1, 2]);
const english = said.filter(({ language }) => language === 'en');
const chinese = said.filter(({ language }) => language === 'zh');

/** What is the same in every language: names of programs, files and formats, commands, settings, addresses, units. */
const names = new RegExp(
  [
    String.raw`https?:\S+|[\w.]+@[\w.]+|\.\w+|--[a-z-]+|\(?\by/N\b`,
    String.raw`\b(?:npm|rectify|apt) [\w ./-]+|Ctrl-C|root|python3?|pip\b|postgresql\.conf|pg_hba\.conf|sign-for|xn--`,
    String.raw`Markdown|Message-ID|PostgreSQL|PATH|Python|Rectify|Temporal|Windows|Word|Excel|postgres\b|kB`,
    String.raw`[A-Z][A-Z\d_]+\d?`,
  ].join('|'),
  'g',
);

const speakers = [
  'api/',
  'cli/',
  'core/i18n/',
  'documents/bulletin/',
  'documents/forms/',
  'documents/letters/',
  'documents/mail/',
  'documents/sheets/',
  'local/',
  'local/mail/',
  'web/',
];

/** Names that one thing had beside its own: 责任单位 was a unit, a responsible one and a lead one. */
const formerNames: readonly { language: 'en' | 'zh'; not: RegExp; but: string }[] = [
  { language: 'en', not: /\b(?:lead unit|department)\b/i, but: enLabels.things.responsibleUnit },
  { language: 'en', not: /\b(?:e-mail|mail address)/i, but: enLabels.things.email },
  { language: 'en', not: /\bdeadlines?\b/i, but: enLabels.things.due },
  { language: 'zh', not: /责任部门|主责单位|牵头单位/, but: zhLabels.things.responsibleUnit },
  { language: 'zh', not: /截止|到期日/, but: zhLabels.things.due },
  { language: 'zh', not: /证明材料/, but: zhLabels.things.evidence },
  { language: 'zh', not: /问题根源|原因分析/, but: zhLabels.fields.rootCause },
  { language: 'zh', not: /申请说明|整改情况说明/, but: zhLabels.fields.statement },
];

/** Sources whose Chinese is no sentence of ours, and why. */
const ownChinese: readonly string[] = [
  // What the documents that people hand in say.
  'documents/notice/',
  // The numerals and dates that office programs write, and the marks that lines begin with.
  'documents/readers/',
  // What people type into templates.
  'documents/forms/typed.ts',
  // The fonts of official documents, by their names.
  'documents/paper/fonts.ts',
  // The wide characters, by which lines are measured.
  'documents/mail/wrap.ts',
  // The orders of the State Council, by their names.
  'core/rules/china.ts',
  'core/rules/calendar-faults.ts',
  'documents/calendar/',
  // Dates and numbers in both languages, and what each language calls itself.
  'core/i18n/format.ts',
  'core/i18n/locale-names.ts',
  // A title in the language of the document that it comes from.
  'web/rounds/import-draft.ts',
  // The sender's name, unless set: a setting's value, the same for every reader.
  'core/config.ts',
  // Fictional people, units and what they write.
  'client/sample.ts',
  'cli/demo/people.ts',
];
const hasOwnChinese = (path: string): boolean => ownChinese.some((place) => path.startsWith(place));

describe('the files of words', () => {
  it('are found beside every speaker', () => {
    const rooms = new Set(files.map(({ path }) => path.replace(/(?:words\/)?(?:en|zh)(?:\/[a-z-]+)?\.ts$/, '')));
    expect([...rooms].sort()).toEqual(speakers);
  });

  it.each(speakers)('of %s have one shape: words in English, and their type for those in Chinese', (speaker) => {
    const text = (language: string): string =>
      files.find(({ path }) => path.replace('words/', '') === `${speaker}${language}.ts`)?.text ?? '';
    const [, type] = /^export type (\w+) = typeof en;$/m.exec(text('en')) ?? [];
    expect(text('en')).toContain('export const en = {');
    expect(text('zh')).toContain(`export const zh: ${type} = {`);
  });

  it.each(files.filter(({ language }) => language === 'en').map(({ path }) => path))(
    '%s says in Chinese what it says in English, key by key',
    async (path) => {
      const [en, zh] = await Promise.all([path, counterpart(path)].map((one) => keysOf(join(root, one))));
      expect(zh).toEqual(en);
    },
  );

  it('say nothing that is not there: no undefined, no object', () => {
    expect(said.length).toBeGreaterThan(3000);
    expect(said.filter(({ text }) => /undefined|NaN|\[object/.test(text))).toEqual([]);
  });

  it('are empty nowhere but where a language needs no sign', () => {
    const empty = said.filter(({ text, count }) => count === null && text.trim() === '');
    expect([...new Set(empty.map(({ of }) => of))]).toEqual([
      'documents/mail/words/en.ts en.indent',
      'documents/mail/words/zh.ts zh.indent',
    ]);
  });

  it('never mix languages', () => {
    expect(english.filter(({ text }) => /[\u4e00-\u9fff，。：；？！]/.test(text))).toEqual([]);
    const foreign = chinese.filter(({ text }) => /[A-Za-z]{2}/.test(text.replace(names, '')));
    expect([...new Set(foreign.map(({ of, text }) => `${of}: ${text.replace(names, '')}`))]).toEqual([]);
  });

  it('beg nobody, blame nobody and shout at nobody', () => {
    expect(
      english.filter(({ text }) => /\b(please|sorry|invalid|oops|illegal|failed to|urgent)\b|!/i.test(text)),
    ).toEqual([]);
    expect(chinese.filter(({ text }) => /非法|亲，|[您你！]/.test(text))).toEqual([]);
  });
});

describe('a word', () => {
  it('that stands alone is named once, in the glossary where two speakers say it', () => {
    expect(repeated(files)).toEqual([]);
  });

  it('said again elsewhere would be found, whatever its case or number', () => {
    const planted: WordFile = {
      path: 'web/words/en/planted.ts',
      language: 'en',
      text: "export const en = { owner: 'responsible Units' };",
    };
    expect(repeated([...files, planted])).toEqual([
      expect.stringMatching(
        /^"Responsible unit" stands in core\/i18n\/en\/things.ts:\d+ and web\/words\/en\/planted.ts:1$/,
      ),
    ]);
  });

  it('that is written is said somewhere: only the one that was planted is not', () => {
    expect(unusedWords(product)).toEqual([expect.stringMatching(/^cli\/words\/en.ts:\d+ forgotten$/)]);
  });

  it.each(formerNames)('of another name for one thing is not said: $not, for $but', ({ language, not }) => {
    const files = said.filter((one) => one.language === language && not.test(one.text));
    expect(files.map(({ of, text }) => `${of}: ${text}`)).toEqual([]);
  });
});

describe('a counted sentence', () => {
  it.each([0, 1, 2])('agrees with %d', (count) => {
    const counted = english.filter((one) => one.count === count);
    expect(counted.length).toBeGreaterThan(500);
    const wrong = counted.filter(({ text }) => disagreement(text, count) !== null);
    expect([...new Set(wrong.map(({ of, text }) => `${of}: ${text}`))]).toEqual([]);
  });

  it('leaves it to one helper which form that is, but for words of their own', () => {
    const byHand = /=== 1 \? '(?!once'|one )/;
    expect(byHand.test("count === 1 ? 'is' : 'are'")).toBe(true);
    expect(files.filter(({ text }) => byHand.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it.each([
    ['1 items are open', 1, '1 items are'],
    ['2 mail leave', 2, '2 mail leave'],
    ['There are 0 working day left', 0, '0 working day left'],
    ['1 further steps', 1, '1 further steps'],
    ['1 item need action', 1, '1 item need'],
    ['2 people and 2 items, 2 of them late', 2, null],
    ['1 person, measure 1 of 3', 1, null],
  ])('that does not would be found: %s', (text, count, phrase) => {
    expect(disagreement(text, count)).toBe(phrase);
  });
});

describe('a sentence', () => {
  const elsewhere = productSources(root).filter((path) => languageOf(path) === null && !hasOwnChinese(path));

  it('stands in a file of words and nowhere else', () => {
    expect(elsewhere.length).toBeGreaterThan(200);
    expect(elsewhere.flatMap((path) => strays(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });

  it.each([
    ["throw new Error('没有单位');", 'a.ts:1 says 没有单位'],
    ['const a = `共 ${n} 项`;', 'a.ts:1 says 共'],
    ["const a = locale === 'en' ? 'Open' : 'Shut';", "a.ts:1 chooses 'Open' by language"],
  ])('would be found elsewhere: %s', (text, found) => {
    expect(strays('a.ts', text)).toContain(found);
  });
});
