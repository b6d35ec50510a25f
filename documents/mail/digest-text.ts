/** The digest as plain text: its own template, shapes as words, links alone on their lines. */
import type { DigestView } from './digest-view.ts';
import type { DigestChange, DigestRow, MailFrame } from './facts.ts';
import { footerText } from './footer.ts';
import {
  actWhenOf,
  asksTheUnit,
  asOfDate,
  changeOf,
  itemAddress,
  listAddress,
  placeOf,
  reasonOf,
  standsAs,
  titleOf,
  whatOf,
  wholeWhenOf,
  type When,
} from './parts.ts';
import { mailWords } from './words.ts';
import { wrap } from './wrap.ts';
import { listDate, sentenceDate } from '../../core/i18n/format.ts';

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
  const light = standsAs(one, locale);
  const what = whatOf(one, locale);
  const act = actWhenOf(one, locale);
  const whole = wholeWhenOf(one, locale);
  const words = mailWords(locale);
  const asked = what === null || act === null ? what : `${what}${words.latest(whenText(act, facts))}`;
  const lines = [
    placeOf(one, locale),
    asked,
    act?.mark ?? null,
    whole === null ? null : `${words.due}${whenText(whole, facts)}`,
    whole?.mark ?? null,
  ];
  return [
    wrap(`${words.light(light)}${titleOf(one)}`),
    ...lines.flatMap((line) => (line === null ? [] : [wrap(line, '  ')])),
    `  ${itemAddress(facts, one.itemId, one.inPlaceOf)}`,
  ].join('\n');
}

/** 3月13日 周五，还有 2 个工作日 */
const whenText = ({ date, days }: When, facts: MailFrame): string =>
  [listDate(date, asOfDate(facts), facts.locale), ...(days === null ? [] : [days])].join(mailWords(facts.locale).comma);

function changeText(one: DigestChange, facts: MailFrame): string {
  const reason = reasonOf(one, facts.locale);
  const place = placeOf(one, facts.locale);
  return [
    wrap(titleOf(one)),
    ...(place === null ? [] : [wrap(place, '  ')]),
    wrap(changeOf(one, asOfDate(facts), facts.locale), '  '),
    ...(reason === null ? [] : [wrap(reason, '  ')]),
    `  ${itemAddress(facts, one.itemId, one.inPlaceOf)}`,
  ].join('\n');
}
