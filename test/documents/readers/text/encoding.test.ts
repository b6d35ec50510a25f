/** The encodings in which Chinese texts come. */
import { expect, it } from 'vitest';
import { textOf } from '../../../../documents/readers/text-of.ts';
import { utf16 } from '../../../support/documents/encodings.ts';

const text = '关于整改情况的通报\r\n一、巡察反馈，《意见》（2026年）。\n';
/** 整改情况 in GBK, with 㐀, which only GB18030 has. */
const gb18030 = Uint8Array.from([0xd5, 0xfb, 0xb8, 0xc4, 0xc7, 0xe9, 0xbf, 0xf6, 0x81, 0x39, 0xee, 0x39, 0x0a]);

it('reads UTF-8 with its mark and without', async () => {
  expect(await textOf(Buffer.from(text))).toBe(text);
  expect(await textOf(Buffer.from(`\uFEFF${text}`))).toBe(text);
});

it.each([true, false])('reads UTF-16, little end first: %s, with its mark and without', async (isLittle) => {
  expect(await textOf(utf16(text, isLittle))).toBe(text);
  expect(await textOf(utf16(`\uFEFF${text}`, isLittle))).toBe(text);
});

it('reads GB18030, of which GBK is a part', async () => {
  expect(await textOf(gb18030)).toBe('整改情况㐀\n');
});

it.each<[string, readonly number[]]>([
  ['half a character', [0xd5, 0xfb, 0xb8]],
  ['a marked text with half a unit', [0xff, 0xfe, 0x2d]],
  ['control characters', [0xd5, 0xfb, 0x01]],
  ['bytes of no encoding', [0x41, 0xff, 0xff]],
])('refuses %s', async (_, bytes) => {
  await expect(textOf(Uint8Array.from(bytes))).rejects.toMatchObject({ facts: { kind: 'binary', looksLike: null } });
});
