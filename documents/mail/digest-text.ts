/** The digest as plain text: its own template, shapes as words, links alone on their lines. */
import type { DigestView } from './digest-view.ts';
import type { DigestChange, DigestRow, MailFrame } from './facts.ts';
import { footerText } from './footer.ts';
import {
  asksTheUnit,
  asOfDate,
  changeOf,
  itemAddress,
  listAddress,
  markOf,
  reasonOf,
  titleOf,
  whatOf,
  whenOf,
} from './parts.ts';
import { mailWords } from './words.ts';
import { wrap } from './wrap.ts';
import { catalogue } from '../../core/i18n/catalogue.ts';
import { sentenceDate, workingDaysLeft } from '../../core/i18n/format.ts';

export function digestText(view: DigestView): string {
  const { facts, rows, moreRows, changes, moreChanges, opening } = view;
  const words = mailWords(facts.locale);
  const blocks = [
    wrap(opening),
    `${words.button}\n${listAddress(facts)}`,
    ...rows.map((one) => rowText(one, facts)),
    ...(moreRows === 0 ? [] : [wrap(words.moreRows(moreRows))]),
    ...(changes.length === 0 ? [] : [`-- ${words.heading.changes} --`]),
    ...changes.map((one) => changeText(one, facts)),
    ...(moreChanges === 0 ? [] : [wrap(words.moreChanges(moreChanges))]),
    ...(facts.nextReminderOn === null
      ? []
      : [wrap(words.nextReminder(sentenceDate(facts.nextReminderOn, facts.locale)))]),
    ...(asksTheUnit(rows) ? [wrap(words.help)] : []),
    footerText(facts, words.footer.rhythm),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function rowText(one: DigestRow, facts: MailFrame): string {
  const { locale } = facts;
  const left = one.workingDaysLeft;
  const light =
    left !== null && one.light === 'red' ? workingDaysLeft(left, locale) : catalogue(locale).lights[one.light].word;
  const when = whenOf(one, asOfDate(facts), locale);
  const what = whatOf(one, locale);
  const mark = markOf(one, locale);
  const due = mailWords(locale).due;
  return [
    wrap(locale === 'en' ? `[${light}] ${titleOf(one)}` : `【${light}】${titleOf(one)}`),
    ...(what === null ? [] : [wrap(what, '  ')]),
    ...(when === null ? [] : [wrap(dueText(due, when, one, locale), '  ')]),
    ...(mark === null ? [] : [wrap(mark, '  ')]),
    `  ${itemAddress(facts, one.itemId)}`,
  ].join('\n');
}

function dueText(due: string, when: { date: string; days: string | null }, one: DigestRow, locale: string): string {
  const days = when.days === null || one.light === 'red' ? '' : locale === 'en' ? `, ${when.days}` : `，${when.days}`;
  return `${due}${locale === 'en' ? ': ' : ''}${when.date}${days}`;
}

function changeText(one: DigestChange, facts: MailFrame): string {
  const reason = reasonOf(one, facts.locale);
  return [
    wrap(titleOf(one)),
    wrap(changeOf(one, asOfDate(facts), facts.locale), '  '),
    ...(reason === null ? [] : [wrap(reason, '  ')]),
    `  ${itemAddress(facts, one.itemId)}`,
  ].join('\n');
}
