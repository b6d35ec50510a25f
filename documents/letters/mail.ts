/** A numbered letter as a mail; the same letter as a document goes with it. */
import type { LetterMailFacts } from './facts.ts';
import { letterWording, type LetterWording } from './wording.ts';
import type { RenderedMail } from '../mail/facts.ts';
import { footer, footerText } from '../mail/footer.ts';
import { button, heading, inked, page, paragraph, row } from '../mail/layout.ts';
import { markup, oneLine, type Markup } from '../mail/markup.ts';
import { itemAddress } from '../mail/parts.ts';
import { mailWords } from '../mail/words.ts';
import { wrap } from '../mail/wrap.ts';
import { shortDate } from '../../core/i18n/format.ts';

export function renderLetter(facts: LetterMailFacts): RenderedMail {
  const { letter } = mailWords(facts.locale);
  const subject = letter.subject({
    kind: oneLine(facts.name[facts.locale]),
    number: facts.number,
    item: oneLine(facts.itemNumber),
    days: facts.workingDaysOverdue,
    date: shortDate(facts.answerBy, facts.issuedOn, facts.locale),
  });
  const wording = letterWording(facts);
  return { subject: oneLine(subject), text: letterText(wording, facts), html: letterHtml(wording, facts, subject) };
}

function letterHtml(wording: LetterWording, facts: LetterMailFacts, subject: string): string {
  const words = mailWords(facts.locale);
  const notes = wording.notes.map((note) => row(paragraph(note, 'quiet', 14, 22), 'padding:4px 24px;'));
  return page({
    locale: facts.locale,
    title: subject,
    preheader: wording.paragraphs[0] ?? '',
    rows: [
      row(heading(wording.title, 1), 'padding:24px 24px 4px 24px;'),
      row(paragraph(wording.number, 'quiet', 15, 24), 'padding:0 24px 12px 24px;'),
      row(paragraph(wording.to), 'padding:8px 24px 4px 24px;'),
      ...wording.paragraphs.map((text) => row(indented(text, facts), 'padding:4px 24px;')),
      row(signed(wording), 'padding:12px 24px;'),
      ...notes,
      row(button(itemAddress(facts, facts.itemId), words.letter.button, words.buttonHint), 'padding:16px 24px;'),
      footer(facts, null),
    ],
  });
}

/** A Chinese paragraph starts two characters in, an English one does not. */
const indented = (text: string, { locale }: LetterMailFacts): Markup =>
  mailWords(locale).indent === '' ? paragraph(text) : paragraph(text, 'text', 16, 26, 'text-indent:2em;');

const signed = ({ signature, date }: LetterWording): Markup =>
  markup`<p class="text" align="right" style="margin:0;padding:0;${inked('text')}text-align:right;">
    ${signature}<br />${date}
  </p>`;

function letterText(wording: LetterWording, facts: LetterMailFacts): string {
  const words = mailWords(facts.locale);
  const blocks = [
    `${wrap(wording.title)}\n${wording.number}`,
    wording.to,
    ...wording.paragraphs.map((text) => wrap(`${words.indent}${text}`)),
    `${wording.signature}\n${wording.date}`,
    ...wording.notes.map((note) => wrap(note)),
    `${words.letter.button}\n${itemAddress(facts, facts.itemId)}`,
    footerText(facts, null),
  ];
  return `${blocks.join('\n\n')}\n`;
}
