/** The foot of every mail, as HTML and as text. */
import type { MailFrame } from './facts.ts';
import { bareAddress, colours, paragraph, row, stack } from './layout.ts';
import { markup, type Markup } from './markup.ts';
import { footerOf, listAddress } from './parts.ts';
import { mailWords } from './words.ts';
import { wrap } from './wrap.ts';

/** Who wrote, why, and what no mail asks for; the same under every mail. */
export function footer(frame: MailFrame, rhythm: string | null): Markup {
  const { typed } = mailWords(frame.locale).footer;
  const address = markup`${typed}<br>${bareAddress(listAddress(frame))}`;
  const lines = [...footerOf(frame, rhythm), address].map((text) => paragraph(text, 'quiet', 13, 21));
  return row(stack(...lines), `padding:16px 24px 24px 24px;border-top:1px solid ${colours.line};`);
}

/** The same under every mail. */
export function footerText(frame: MailFrame, rhythm: string | null): string {
  const lines = footerOf(frame, rhythm).map((text) => wrap(text));
  return ['--', ...lines, mailWords(frame.locale).footer.typed, listAddress(frame)].join('\n');
}
