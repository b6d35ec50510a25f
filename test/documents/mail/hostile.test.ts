/** What people type cannot break out of a mail: neither into markup, nor into a header, nor into a link. */
import { describe, expect, it } from 'vitest';
import { attacks, digestFacts, digestRow } from './samples.ts';
import { renderDigest } from '../../../documents/mail/digest.ts';
import { cleaned, markup, markupText, oneLine, shortened } from '../../../documents/mail/markup.ts';

describe.each(attacks)('a title %j', (attack) => {
  const facts = digestFacts('zh-CN');
  const digest = renderDigest({
    ...facts,
    recipient: attack,
    organ: attack,
    contact: attack,
    unit: attack,
    rows: [digestRow({ title: attack, number: attack, itemId: attack })],
    changes: facts.changes.map((change) => ({ ...change, title: attack, by: attack, reason: attack })),
  });
  it('stays text in the digest', () => {
    const { html, subject } = digest;
    const known = /^\/?(!doctype|html|head|meta|title|style|body|div|table|tr|td|p|h1|h2|a|br|span)$/;
    for (const [, tag = ''] of html.matchAll(/<(\/?!?[a-z0-9]+)/gi)) expect(tag).toMatch(known);
    expect(html).not.toMatch(/<[^>]*\son[a-z]+=/i);
    expect(subject).not.toMatch(/[\p{Cc}\u202e]/u);
    for (const [, address = ''] of html.matchAll(/href="([^"]*)"/g))
      expect(address).toMatch(/^https:\/\/zg\.yunling\.example\/(items\/[A-Za-z0-9%._~!'()*-]+|)(&#39;)?/);
  });
});

describe('the one helper', () => {
  it('escapes whatever it did not make itself', () => {
    expect(markupText(markup`<b title="${'"'}">${"<&>'"}</b>${markup`<i>${1}</i>`}${null}`)).toBe(
      '<b title="&quot;">&lt;&amp;&gt;&#39;</b><i>1</i>',
    );
  });

  it('shows control characters and direction marks instead of obeying them', () => {
    expect(cleaned('a\u0000b\u202ec\td\n')).toBe('a\ufffdb\ufffdc\td\n');
    expect(oneLine(' a\r\n\u2028 b ')).toBe('a b');
  });

  it('cuts between characters, not within one', () => {
    expect(shortened('𠮷'.repeat(5), 3)).toBe('𠮷𠮷…');
    expect(shortened('abc', 3)).toBe('abc');
  });
});
