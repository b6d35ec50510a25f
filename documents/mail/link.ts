/** The mail that brings a link to a password: nothing happens before a person chooses one on the page it opens. */
import type { LinkFacts, RenderedMail } from './facts.ts';
import { footer, footerText } from './footer.ts';
import { button, heading, page, paragraph, row } from './layout.ts';
import { oneLine } from './markup.ts';
import { mailWords } from './words.ts';
import { wrap } from './wrap.ts';
import { linkHours } from '../../core/people/account-link.ts';

/** Behind the sign, browsers keep it to themselves: no server, proxy or log sees it. */
const addressOf = ({ webUrl, token }: LinkFacts): string => `${webUrl}/password#${token}`;

export function renderLink(facts: LinkFacts): RenderedMail {
  const { brand, link } = mailWords(facts.locale);
  const isReset = facts.kind === 'passwordReset';
  const title = isReset ? link.resetTitle : link.invitationTitle;
  const subject = oneLine(`${brand}${title}`);
  const paragraphs = [
    isReset
      ? link.reset(oneLine(facts.recipient), facts.email)
      : link.invitation(oneLine(facts.recipient), oneLine(facts.organ), facts.email),
    link.valid(linkHours),
    ...(isReset ? [link.notAsked] : []),
  ];
  const html = page({
    locale: facts.locale,
    title: subject,
    preheader: paragraphs[0] ?? subject,
    rows: [
      row(heading(title, 1), 'padding:24px 24px 4px 24px;'),
      ...paragraphs.map((text) => row(paragraph(text), 'padding:4px 24px;')),
      row(button(addressOf(facts), link.button, link.hint), 'padding:16px 24px;'),
      footer(facts, null),
    ],
  });
  const blocks = [
    wrap(title),
    ...paragraphs.map((text) => wrap(text)),
    `${link.button}\n${addressOf(facts)}`,
    footerText(facts, null),
  ];
  return { subject, text: `${blocks.join('\n\n')}\n`, html };
}
