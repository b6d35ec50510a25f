import { readFileSync } from 'node:fs';
import { mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFile } from '../../cli/parse.ts';
import { unreadableText } from '../../core/i18n/unreadable.ts';
import type { Unreadable } from '../../core/round/unreadable.ts';
import { UnreadableNotice } from '../../documents/notice/unreadable.ts';
import { maxFileBytes, readerLimits } from '../../documents/readers/limits.ts';
import { docxOf } from '../support/documents/docx.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notice-'));
});
afterAll(async () => rm(folder, { recursive: true }));

async function factsOf(path: string): Promise<Unreadable> {
  const error: unknown = await parseFile(path).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UnreadableNotice)) throw new Error(`expected a refusal, got ${String(error)}`);
  expect(error.facts.kind).toBe(error.facts.kind);
  expect(unreadableText(error.facts, 'zh-CN')).toMatch(/\p{Script=Han}/u);
  expect(unreadableText(error.facts, 'en')).toBe(error.message);
  return error.facts;
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const NOTICE =
  '中共云岭县水利局党组关于巡察整改进展情况的通报\n\n一、关于河道管护不到位的问题\n整改情况：一是补种护岸林。二是增设巡河岗。\n';

const sample = readFileSync(new URL('../../documents/sample/notice.md', import.meta.url), 'utf8');

describe('reading a file', () => {
  it('gives the notice, with a byte order mark or without', async () => {
    const plain = await parseFile(await file('notice.txt', NOTICE));
    expect(plain.parts[0]?.items[0]?.measures).toEqual(['补种护岸林。', '增设巡河岗。']);
    expect(await parseFile(await file('bom.txt', `\uFEFF${NOTICE}`))).toEqual(plain);
  });

  it('refuses what is not there, a folder, an empty file and a blank one', async () => {
    expect(await factsOf(join(folder, 'none.txt'))).toMatchObject({ kind: 'notFound' });
    expect(await factsOf(folder)).toMatchObject({ kind: 'notAFile' });
    expect(await factsOf(await file('empty.txt', ''))).toEqual({ kind: 'empty' });
    expect(await factsOf(await file('blank.txt', ' \n\u3000\n\t'))).toEqual({ kind: 'empty' });
    expect(await factsOf(await file('one.txt', 'a'))).toMatchObject({ kind: 'notANotice' });
  });

  it('refuses a hundred megabytes by their size alone', async () => {
    const path = await file('large.txt', '');
    await truncate(path, 100 * 1024 * 1024);
    const start = performance.now();
    expect(await factsOf(path)).toEqual({ kind: 'tooLarge', bytes: 100 * 1024 * 1024, maxBytes: maxFileBytes });
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('says in both languages what was allowed and what was given', () => {
    const facts = { kind: 'tooLarge', bytes: 104857600, maxBytes: maxFileBytes } as const;
    expect(unreadableText(facts, 'zh-CN')).toBe(
      '文件过大：100 MB（104,857,600 字节），上限为 20 MB（20,971,520 字节）。',
    );
    expect(unreadableText(facts, 'en')).toContain('up to 20 MB (20,971,520 bytes)');
  });

  it('reads a Word document by its bytes, whatever its name', async () => {
    const plain = await parseFile(await file('plain.md', sample));
    expect(await parseFile(await file('word.txt', docxOf(sample)))).toEqual(plain);
  });

  it.each<[string, readonly number[], Unreadable]>([
    ['old.docx', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], { kind: 'oldFormat', of: 'other' }],
    ['picture.pdf', [0x89, ...Buffer.from('PNG')], { kind: 'binary', looksLike: 'PNG' }],
    ['cut.docx', [...Buffer.from('PK\x03\x04 word/document.xml')], { kind: 'damaged', format: 'DOCX' }],
  ])('knows %s by its first bytes', async (name, bytes, facts) => {
    expect(await factsOf(await file(name, Uint8Array.from(bytes)))).toEqual(facts);
  });

  it('refuses NUL bytes and bytes that are no text', async () => {
    expect(await factsOf(await file('nul.txt', `${NOTICE}\0`))).toEqual({ kind: 'binary', looksLike: null });
    expect(await factsOf(await file('broken.txt', Uint8Array.from([0x41, 0xff, 0xff])))).toEqual({
      kind: 'binary',
      looksLike: null,
    });
  });

  it('refuses Chinese that is about something else, and text that is not Chinese', async () => {
    const recipe =
      '番茄炒蛋的做法\n一、准备番茄两个、鸡蛋三个。\n二、热锅下油，先炒鸡蛋，盛出备用。\n三、下番茄翻炒出汁，倒回鸡蛋，加盐即成。';
    expect(await factsOf(await file('recipe.txt', recipe))).toEqual({ kind: 'notANotice', reason: 'otherSubject' });
    const code = 'export const answer = 42;\n// 整改 巡察\nfunction main() { return answer; }\n'.repeat(20);
    expect(await factsOf(await file('code.ts', code))).toEqual({ kind: 'notANotice', reason: 'notChinese' });
    expect(await factsOf(await file('lorem.txt', 'Lorem ipsum dolor sit amet. '.repeat(50)))).toMatchObject({
      kind: 'notANotice',
    });
  });

  it('reads a file that just fits', async () => {
    const path = await file('fits.txt', NOTICE);
    const handle = await open(path, 'a');
    await handle.write('\n'.repeat(readerLimits.textBytes - Buffer.byteLength(NOTICE)));
    await handle.close();
    expect((await parseFile(path)).parts).toHaveLength(1);
  });
});
