/** A numbered letter: four short paragraphs of fact, state, demand and what follows. */
import { describe, expect, it } from 'vitest';
import { letterFacts } from './samples.ts';
import { attacks } from '../mail/samples.ts';
import { locales } from '../../../core/locale.ts';
import { renderLetter } from '../../../documents/letters/mail.ts';
import { letterWording } from '../../../documents/letters/wording.ts';
import { width } from '../../../documents/mail/wrap.ts';

describe.each(locales)('the letter in %s', (locale) => {
  const mail = renderLetter(letterFacts(locale));

  it('is the one that was looked at', async () => {
    await expect(mail.html).toMatchFileSnapshot(`./golden/letter.${locale}.html`);
    await expect(`${mail.subject}\n\n${mail.text}`).toMatchFileSnapshot(`./golden/letter.${locale}.txt`);
  });

  it('keeps its text within 36 Chinese characters a line', () => {
    for (const line of mail.text.split('\n')) if (!line.includes('://')) expect(width(line)).toBeLessThanOrEqual(72);
  });

  it('has one link that is not the footer, to the item', () => {
    expect([...mail.html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      'https://zg.yunling.example/items/yunling-2-3',
    ]);
  });
});

describe('the wording', () => {
  it('has a number in hexagonal brackets without a leading zero', () => {
    expect(letterWording(letterFacts('zh-CN')).number).toBe('云水整督〔2026〕12号');
    expect(letterWording({ ...letterFacts('zh-CN'), numberPrefix: '' }).number).toBe('〔2026〕12号');
  });

  it('has no space between Chinese and numbers, as documents have none', () => {
    const { paragraphs } = letterWording({ ...letterFacts('zh-CN'), contact: null });
    for (const paragraph of paragraphs) expect(paragraph).not.toMatch(/[\u4e00-\u9fff] \d|\d [\u4e00-\u9fff]/);
  });

  it.each([
    [0, 0, '2026-02-11', '首次确定的整改期限为2026年2月11日，未申请延期，至今', 'No extension was asked for. It is'],
    [0, 0, '2026-03-04', '未申请延期，现期限为2026年3月4日，至今', 'No extension was asked for. Its due date is now'],
    [1, 0, '2026-03-04', '其后延期1次，现期限为2026年3月4日，至今', 'It was extended once. Its due date is now'],
    [0, 2, '2026-02-11', '申请延期2次未获同意，至今', '2 requests for an extension were refused. It is'],
    [
      2,
      1,
      '2026-03-04',
      '其后延期2次，申请延期1次未获同意，现期限为',
      'It was extended 2 times. 1 request for an extension was refused. Its due date is now',
    ],
  ])('tells of %i extensions granted and %i refused, due on %s', (granted, refused, dueOn, zh, en) => {
    const told = { extensionsGranted: granted, extensionsRefused: refused, dueOn };
    expect(letterWording({ ...letterFacts('zh-CN'), ...told }).paragraphs[0]).toContain(zh);
    expect(letterWording({ ...letterFacts('en'), ...told }).paragraphs[0]).toContain(en);
  });

  it('names the next step of the ladder, and none after the last', () => {
    const [, , , ladder] = letterWording(letterFacts('zh-CN')).paragraphs;
    expect(ladder).toContain('2026年3月18日仍未办结的，将报送牵头领导、主要负责人、巡察办，并建议约谈。');
    const [, , , last] = letterWording({ ...letterFacts('zh-CN'), next: null }).paragraphs;
    expect(last).toBe('此为第2级提示。如有困难或异议，可联系云岭县水务局整改办（0871-6555 0101）。');
  });

  it('says in English which text counts', () => {
    expect(renderLetter(letterFacts('en')).text).toContain('the Chinese text is authoritative');
  });

  it('marks a date that rests on a year nobody has published', () => {
    const { text } = renderLetter({ ...letterFacts('zh-CN'), unpublishedYears: ['2027'] });
    expect(text).toContain('2027年节假日安排未公布');
  });
});

it.each(attacks)('a title %j stays text', (attack) => {
  const hostile = { title: attack, itemNumber: attack, round: attack, responsibleUnit: attack };
  const { html, subject } = renderLetter({ ...letterFacts('en'), ...hostile, numberPrefix: attack, organ: attack });
  const known = /^\/?(!doctype|html|head|meta|title|style|body|div|table|tr|td|p|h1|h2|a|br|span)$/;
  for (const [, tag = ''] of html.matchAll(/<(\/?!?[a-z0-9]+)/gi)) expect(tag).toMatch(known);
  expect(html).not.toMatch(/<[^>]*\son[a-z]+=/i);
  expect(subject).not.toMatch(/[\p{Cc}\u202e]/u);
});
