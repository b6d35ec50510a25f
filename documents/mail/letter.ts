/** 提醒函 and 督办函 as mails: a numbered letter of four short paragraphs, fact, state, demand, what follows and who answers. */
import type { LetterFacts, RenderedMail } from './facts.ts';
import { footer, footerText } from './footer.ts';
import { markup, oneLine, shortened, type Markup } from './markup.ts';
import { button, heading, inked, page, paragraph, row } from './layout.ts';
import { itemAddress } from './parts.ts';
import { mailWords } from './words.ts';
import { wrap } from './wrap.ts';
import { catalogue } from '../../core/i18n/catalogue.ts';
import { letterDate, sentenceDate, shortDate, unpublishedMark } from '../../core/i18n/format.ts';

/** The letter in words, whatever it is printed on. */
export interface LetterWording {
  readonly title: string;
  readonly number: string;
  readonly to: string;
  readonly paragraphs: readonly string[];
  readonly signature: string;
  readonly date: string;
}

export function letterWording(facts: LetterFacts): LetterWording {
  const { letter } = mailWords(facts.locale);
  const kind = catalogue(facts.locale).letters[facts.kind];
  const title = shortened(facts.title, 80);
  const date = letterDate(facts.issuedOn, facts.locale);
  const paragraphs = [
    letter.fact({
      round: oneLine(facts.round),
      number: oneLine(facts.itemNumber),
      title,
      first: letterDate(facts.firstDueOn, facts.locale),
      due: letterDate(facts.dueOn, facts.locale),
      granted: facts.extensionsGranted,
      refused: facts.extensionsRefused,
      days: facts.workingDaysOverdue,
    }),
    letter.state({ date, state: facts.state, measures: facts.measures, without: facts.measuresWithoutEvidence }),
    letter.demand(sentenceDate(facts.answerBy, facts.locale)),
    ladderOf(facts),
    ...(letter.closing === null ? [] : [letter.closing]),
  ];
  return {
    title: letter.title(kind, title),
    number: letter.number(oneLine(facts.numberPrefix), facts.year, facts.number),
    to: letter.to(oneLine(facts.responsibleUnit)),
    paragraphs,
    signature: oneLine(facts.organ),
    date,
  };
}

/** The ladder is visible to whoever stands on it: this step, the next one, and where to raise difficulties. */
function ladderOf(facts: LetterFacts): string {
  const { locale, level, next, organ, contact, policyVersion } = facts;
  const { letter, addressees } = mailWords(locale);
  const names = next?.to.map((addressee) => catalogue(locale).addressees[addressee]) ?? [];
  const follows =
    next === null
      ? ''
      : letter.next({
          version: policyVersion,
          date: letterDate(next.on, locale),
          to: addressees(names),
          interview: next.proposesInterview,
          lists: next.lists,
        });
  return `${letter.step(level)}${follows}${letter.contact(oneLine(organ), contact === null ? null : oneLine(contact))}`;
}

export function renderLetter(facts: LetterFacts): RenderedMail {
  const { letter } = mailWords(facts.locale);
  const subject = letter.subject({
    kind: catalogue(facts.locale).letters[facts.kind],
    number: facts.number,
    item: oneLine(facts.itemNumber),
    days: facts.workingDaysOverdue,
    date: shortDate(facts.answerBy, facts.issuedOn, facts.locale),
  });
  const wording = letterWording(facts);
  return { subject: oneLine(subject), text: letterText(wording, facts), html: letterHtml(wording, facts, subject) };
}

function letterHtml(wording: LetterWording, facts: LetterFacts, subject: string): string {
  const words = mailWords(facts.locale);
  const notes = notesOf(facts).map((note) => row(paragraph(note, 'quiet', 14, 22), 'padding:4px 24px;'));
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
const indented = (text: string, { locale }: LetterFacts): Markup =>
  mailWords(locale).indent === '' ? paragraph(text) : paragraph(text, 'text', 16, 26, 'text-indent:2em;');

const signed = ({ signature, date }: LetterWording): Markup =>
  markup`<p class="text" align="right" style="margin:0;padding:0;${inked('text')}text-align:right;">
    ${signature}<br />${date}
  </p>`;

const notesOf = (facts: LetterFacts): readonly string[] =>
  [unpublishedMark(facts.unpublishedYears, facts.locale), mailWords(facts.locale).letter.translation].filter(
    (note) => note !== null,
  );

function letterText(wording: LetterWording, facts: LetterFacts): string {
  const words = mailWords(facts.locale);
  const blocks = [
    `${wrap(wording.title)}\n${wording.number}`,
    wording.to,
    ...wording.paragraphs.map((text) => wrap(`${words.indent}${text}`)),
    `${wording.signature}\n${wording.date}`,
    ...notesOf(facts).map((note) => wrap(note)),
    `${words.letter.button}\n${itemAddress(facts, facts.itemId)}`,
    footerText(facts, null),
  ];
  return `${blocks.join('\n\n')}\n`;
}
