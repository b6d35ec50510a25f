/** The digest as HTML: two columns that still read at 360 px, what and when. */
import type { DigestView } from './digest-view.ts';
import type { DigestChange, DigestRow, MailFrame } from './facts.ts';
import { markup, type Markup } from './markup.ts';
import { footer } from './footer.ts';
import { button, colours, heading, link, page, paragraph, row, stack, type Ink } from './layout.ts';
import {
  actWhenOf,
  asksTheUnit,
  asOfDate,
  changeOf,
  isLate,
  itemAddress,
  lightOf,
  listAddress,
  placeOf,
  reasonOf,
  titleOf,
  whatOf,
  wholeWhenOf,
  type When,
} from './parts.ts';
import { mailWords } from './words.ts';
import { listDate, sentenceDate } from '../../core/i18n/format.ts';
import type { Light } from '../../core/item/light.ts';

const inkOf: Readonly<Record<Light, Ink>> = {
  red: 'red',
  yellow: 'yellow',
  green: 'green',
  idle: 'quiet',
  done: 'quiet',
};

export function digestHtml(view: DigestView, preheader: string): string {
  const { facts, rows, moreRows, changes, moreChanges, subject, opening } = view;
  const words = mailWords(facts.locale);
  const next = facts.nextReminderOn;
  const more = (text: string): Markup => row(paragraph(text, 'quiet', 15, 24), 'padding:8px 24px;');
  return page({
    locale: facts.locale,
    title: subject,
    preheader,
    rows: [
      row(heading(opening, 1), 'padding:24px 24px 8px 24px;'),
      row(button(listAddress(facts), words.button, words.buttonHint), 'padding:8px 24px 16px 24px;'),
      ...(rows.length === 0 ? [] : [section(words.heading.rows), row(rowsTable(rows, facts), 'padding:0 24px;')]),
      ...(moreRows === 0 ? [] : [more(words.moreRows(moreRows))]),
      ...(changes.length === 0
        ? []
        : [section(words.heading.changes), row(changesTable(changes, facts), 'padding:0 24px;')]),
      ...(moreChanges === 0 ? [] : [more(words.moreChanges(moreChanges))]),
      ...(next === null ? [] : [more(words.nextReminder(sentenceDate(next, facts.locale)))]),
      ...(asksTheUnit(rows) ? [more(words.help)] : []),
      footer(facts, words.footer.rhythm),
    ],
  });
}

const section = (text: string): Markup => row(heading(text), 'padding:16px 24px 4px 24px;');

const table = (lines: readonly Markup[]): Markup =>
  markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;">
${lines}</table>`;

const tableRow = (...cells: readonly Markup[]): Markup => markup`<tr>
${cells}</tr>
`;

/** @param width in pixels; the rest of the table when null */
const cell = (content: Markup, padding: string, width: number | null = null): Markup => {
  const style = `padding:${padding};border-top:1px solid ${colours.line};background-color:${colours.ground};`;
  const fixed = width === null ? null : markup`width="${width}" `;
  return markup`<td class="ground" ${fixed}valign="top" align="left" bgcolor="${colours.ground}" style="${style}">
${content}</td>
`;
};

const line = (text: string | null, ink: Ink, size = 15, height = 24): Markup | null =>
  text === null ? null : paragraph(text, ink, size, height);

const rowsTable = (rows: readonly DigestRow[], facts: MailFrame): Markup =>
  table(
    rows.map((one) => {
      const { locale } = facts;
      const when = actWhenOf(one, locale);
      const whole = wholeWhenOf(one, locale);
      const due = mailWords(locale).due;
      const what = stack(
        line(lightOf(one, locale), isLate(one) ? 'red' : inkOf[one.light]),
        link(itemAddress(facts, one.itemId, one.inPlaceOf), titleOf(one)),
        line(placeOf(one, locale), 'quiet', 14, 22),
        line(whatOf(one, locale), 'text'),
        whole === null ? null : line(`${due}${dateOf(whole, facts)}`, 'quiet', 14, 22),
        line(whole?.mark ?? null, 'quiet', 13, 20),
      );
      const date = stack(
        when === null ? null : paragraph(dateOf(when, facts), 'text', 15, 24, 'white-space:nowrap;'),
        line(when?.days ?? null, 'quiet', 14, 22),
        line(when?.mark ?? null, 'quiet', 13, 20),
      );
      return tableRow(cell(what, '10px 12px 10px 0'), cell(date, '10px 0', 128));
    }),
  );

const dateOf = ({ date }: When, facts: MailFrame): string => listDate(date, asOfDate(facts), facts.locale);

const changesTable = (changes: readonly DigestChange[], facts: MailFrame): Markup =>
  table(
    changes.map((one) =>
      tableRow(
        cell(
          stack(
            link(itemAddress(facts, one.itemId, one.inPlaceOf), titleOf(one)),
            line(placeOf(one, facts.locale), 'quiet', 14, 22),
            line(changeOf(one, asOfDate(facts), facts.locale), 'text'),
            line(reasonOf(one, facts.locale), 'quiet'),
          ),
          '10px 0',
        ),
      ),
    ),
  );
