import { describe, expect, it } from 'vitest';
import { bulletinFacts, bulletinItem } from './samples.ts';
import { blocksOf } from '../../../documents/bulletin/blocks.ts';
import type { BulletinFacts } from '../../../documents/bulletin/facts.ts';
import { bulletinOf } from '../../../documents/bulletin/tree.ts';
import { bulletinFile } from '../../../documents/bulletin/file.ts';
import { parseNotice } from '../../../documents/notice/parse.ts';
import type { BulletinForm } from '../../../core/round/bulletin.ts';

const hostile = '<script>alert(1)</script> & [链接](http://x.example) **加粗** # 一、';
const facts = bulletinFacts({
  parts: [
    { heading: '资产管理方面', items: [bulletinItem({ title: hostile, statement: `\n# 二、假标题\n- ${hostile}` })] },
  ],
});

const written = (told: BulletinFacts) => ({
  locale: told.locale,
  blocks: blocksOf(bulletinOf(told)),
  provenance: JSON.stringify({ roundId: 'r--1' }),
});

const textOf = async (form: BulletinForm): Promise<string> =>
  new TextDecoder().decode(await bulletinFile(form, written(facts)));

describe('a notice as a file', () => {
  it('in HTML shows what people wrote and runs none of it', async () => {
    const html = await textOf('html');
    expect(html).not.toMatch(/<script|<a |<img|<strong/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; [链接]');
    expect(html.match(/<h2>/g)).toHaveLength(1);
  });

  it('in Markdown has the headings of the notice and no others', async () => {
    const markdown = await textOf('md');
    expect(markdown.match(/^#+ /gm)).toEqual(['# ', '## ', '### ']);
    expect(markdown).toContain('\\<script\\>');
    expect(parseNotice(markdown).parts.map(({ items }) => items.length)).toEqual([1]);
  });

  it('in each form is told in the language that is asked for', async () => {
    const english = new TextDecoder().decode(await bulletinFile('md', written(bulletinFacts({ locale: 'en' }))));
    expect(english).toContain('As of 30 June 2026, of 6 findings: 1 closed, 1 with interim results');
  });
});
