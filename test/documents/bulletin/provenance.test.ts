import { describe, expect, it } from 'vitest';
import { bulletinFacts } from './samples.ts';
import { blocksOf } from '../../../documents/bulletin/blocks.ts';
import { bulletinFile } from '../../../documents/bulletin/file.ts';
import { linesOfBlocks, linesOfFile, bare } from '../../../documents/bulletin/lines.ts';
import { provenanceIn } from '../../../documents/bulletin/provenance.ts';
import { bulletinOf } from '../../../documents/bulletin/tree.ts';
import { parseNotice } from '../../../documents/notice/parse.ts';
import { textOf } from '../../../documents/readers/text-of.ts';
import { bulletinForms } from '../../../core/round/bulletin.ts';

/** With everything that a comment, an attribute or a property could stumble over, and longer than one property. */
const provenance = JSON.stringify({
  roundId: 'r--1-->',
  heads: Array.from({ length: 40 }, (_, index) => [`r-1-${index}`, index, '<&">\'水']),
});

describe.each(bulletinForms)('a notice as %s', (form) => {
  it('carries what it was computed from, and its words as they are', async () => {
    const blocks = blocksOf(bulletinOf(bulletinFacts()));
    const file = await bulletinFile(form, { locale: 'zh-CN', blocks, provenance });
    expect(JSON.parse(provenanceIn(file) ?? '')).toEqual(JSON.parse(provenance));
    expect((await linesOfFile(file)).map(bare)).toEqual(linesOfBlocks(blocks).map(bare));
    // The product's own reader takes none of it for words of the notice.
    const { parts, dates, warnings } = parseNotice(await textOf(file));
    expect(parts.map(({ items }) => items.length)).toEqual([2, 4]);
    expect([dates.published, warnings]).toEqual(['2026-06-30', []]);
  });
});

it('a file without it says so', () => {
  expect(provenanceIn(new TextEncoder().encode('# 通报'))).toBeNull();
});
