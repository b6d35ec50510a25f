/** A letter on paper: the form of a letter of GB/T 9704-2012, the same bytes each time, and nothing but text in it. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../sheets/samples.ts';
import { letterFacts } from './samples.ts';
import { letterDocx } from '../../../documents/letters/docx.ts';
import type { LetterFacts } from '../../../documents/letters/facts.ts';
import { letterFileName, letterWording } from '../../../documents/letters/wording.ts';
import { textOf } from '../../../documents/readers/text-of.ts';

const zh = letterFacts('zh-CN');
const linesOf = async (facts: LetterFacts): Promise<string[]> =>
  (await textOf(await letterDocx(facts))).split('\n').filter((line) => line.trim() !== '');

describe('a letter on paper', () => {
  it('says what the mail says: organ, number, addressee, four paragraphs, organ and date', async () => {
    const { title, number, to, paragraphs, signature, date } = letterWording(zh);
    expect(number).toBe('云水整督〔2026〕12号');
    expect(date).toBe('2026年3月11日');
    const said = [signature, number, title, to, ...paragraphs, signature, date];
    expect((await linesOf(zh)).map((line) => line.replace(/^# /, ''))).toEqual(said);
  });

  it('is all English where the reader is, but for names', async () => {
    const text = (await linesOf(letterFacts('en'))).join('\n');
    for (const name of [zh.organ, zh.title, zh.round, zh.responsibleUnit, zh.numberPrefix])
      expect(text).toContain(name);
    const names = new RegExp([zh.organ, zh.title, zh.round, zh.responsibleUnit, zh.numberPrefix].join('|'), 'g');
    expect(text.replace(names, '')).not.toMatch(/\p{Script=Han}/u);
    expect(text).toContain('Supervision letter on');
    expect(text).toContain('11 March 2026');
  });

  it('has the organ in red above a double line, the number on the right, and no page number on the first page', async () => {
    const parts = partsOf(await letterDocx(zh));
    const document = parts['word/document.xml'] ?? '';
    expect(document).toMatch(/<w:pgMar w:top="1701" w:right="1474" w:bottom="1984" w:left="1587"[^>]* w:footer="1134"/);
    expect(document).toMatch(/<w:color w:val="FF0000"\/>.*云岭县水务局整改办/s);
    expect(document).toMatch(/<w:top w:val="thickThinSmallGap" w:color="FF0000" w:sz="24"/);
    expect(document).toMatch(/<w:jc w:val="right"\/>.*云水整督〔2026〕12号/s);
    expect(document).toContain('<w:titlePg/>');
    const footers = Object.entries(parts).filter(([name]) => name.startsWith('word/footer'));
    expect(footers.map(([, xml]) => xml.includes('PAGE')).sort()).toEqual([false, true, true]);
    expect(parts['word/styles.xml']).toContain('方正小标宋简体');
  });

  it('is in a font of Latin letters where it is English', async () => {
    const styles = partsOf(await letterDocx(letterFacts('en')))['word/styles.xml'];
    expect(styles).toContain('Times New Roman');
    expect(styles).not.toMatch(/仿宋|小标宋/);
  });

  it('has a name that says which it is', () => {
    expect(letterFileName(zh)).toBe('云水整督〔2026〕12号 督办函.docx');
    expect(letterFileName(letterFacts('en'))).toBe('No. 12 (2026), 云水整督 Supervision letter.docx');
    expect(letterFileName({ ...zh, numberPrefix: '../../etc/\u0000<x>' })).toMatch(/^[^/\\<>\p{Cc}]+\.docx$/u);
  });
});

describe('the bytes', () => {
  it('are the same whenever they are written', async () => {
    const first = await letterDocx(zh);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.from(await letterDocx(zh)).equals(first)).toBe(true);
    expect(Buffer.from(await letterDocx({ ...zh, number: 13 })).equals(first)).toBe(false);
  });

  it('are the same in another process, on the other side of the world', async () => {
    const script = `
      const { letterDocx } = await import('./documents/letters/docx.ts');
      process.stdout.write(await letterDocx(JSON.parse(process.argv[1])));`;
    const elsewhere = execFileSync(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(zh)], {
      env: { ...process.env, TZ: 'America/Los_Angeles' },
    });
    expect(elsewhere.equals(await letterDocx(zh))).toBe(true);
  });
});

const attacks = [
  '=HYPERLINK("http://evil.example")',
  '</w:t></w:r><w:instrText>DDEAUTO c:\\\\windows</w:instrText>',
  '<script>alert(1)</script>&amp;',
  '\u202Eexe.fdp\u2066\u0000\u0007\uFFFE\uD800',
  '字'.repeat(10_000),
  'x'.repeat(10_000),
  '𠮷'.repeat(600),
];

it.each(attacks)('a finding %.40j stays text', async (attack) => {
  const facts = { ...zh, title: attack, round: attack, responsibleUnit: attack, organ: attack, numberPrefix: attack };
  const hostile: LetterFacts = { ...facts, contact: attack, itemNumber: attack };
  const bytes = await letterDocx(hostile);
  expect(bytes.length).toBeLessThan(40_000);
  const document = partsOf(bytes)['word/document.xml'] ?? '';
  // eslint-disable-next-line no-control-regex -- what XML has no place for
  expect(document).not.toMatch(/[\u0000-\u0008\u202e\u2066\ufffe]|[\ud800-\udbff](?![\udc00-\udfff])/);
  expect(document).not.toMatch(/<[^>]*(instrText|script|hyperlink)/i);
  const text = await textOf(bytes);
  if (attack.startsWith('<')) expect(text).toContain(attack);
});
