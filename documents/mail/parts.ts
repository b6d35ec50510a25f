/** Sentences that the HTML and the text of a mail share. */
import type { DigestChange, DigestRow, MailFrame } from './facts.ts';
import { oneLine, shortened } from './markup.ts';
import { mailWords } from './words.ts';
import { catalogue, lightText } from '../../core/i18n/catalogue.ts';
import { list, listDate, shortDate, unpublishedMark, workingDaysLeft } from '../../core/i18n/format.ts';
import type { Locale } from '../../core/locale.ts';
import { localDate, type LocalDate } from '../../core/time.ts';

/** A page that shows; nothing acts before a person presses a button there. */
export const itemAddress = ({ webUrl }: MailFrame, itemId: string): string =>
  `${webUrl}/items/${encodeURIComponent(itemId)}`;

export const listAddress = ({ webUrl }: MailFrame): string => `${webUrl}/`;

export const titleOf = ({ number, title }: { number: string; title: string }): string =>
  `${oneLine(number)} ${shortened(title, 60)}`;

export function whatOf({ duty, waitingOn }: DigestRow, locale: Locale): string | null {
  const words = mailWords(locale);
  if (duty !== null) return words.needed(words.duties[duty]);
  return waitingOn === null ? null : words.waiting(catalogue(locale).parties[waitingOn]);
}

/** ■ 超期 2 个工作日 · ▲ 临期 · ● 正常 */
export function lightOf({ light, workingDaysLeft: left }: DigestRow, locale: Locale): string {
  if (light !== 'red' || left === null || left >= 0) return lightText(light, locale);
  const { shape } = catalogue(locale).lights.red;
  const days = workingDaysLeft(left, locale);
  return `${shape} ${days.slice(0, 1).toUpperCase()}${days.slice(1)}`;
}

/** The date of a row and what it means now; null where nobody set one. */
export function whenOf(row: DigestRow, asOf: LocalDate, locale: Locale): { date: string; days: string | null } | null {
  if (row.dueOn === null) return null;
  const left = row.workingDaysLeft;
  const days = left === null ? null : workingDaysLeft(left, locale);
  return { date: listDate(row.dueOn, asOf, locale), days };
}

export const markOf = ({ unpublishedYears }: { unpublishedYears: readonly string[] }, locale: Locale): string | null =>
  unpublishedMark(unpublishedYears, locale);

/** 已退回（张立）· Returned by 张立 */
export function changeOf({ kind, by, date }: DigestChange, today: LocalDate, locale: Locale): string {
  const words = mailWords(locale);
  const what = catalogue(locale).mailLines[kind];
  const who = by === null ? null : words.change.by(oneLine(by));
  const dated = date === null ? null : datedAs(kind)(words.change, shortDate(date, today, locale));
  const more = [who, dated].filter((part) => part !== null);
  if (more.length === 0) return what;
  return locale === 'en' ? `${what} ${more.join(', ')}` : `${what}（${more.join('，')}）`;
}

type ChangeWords = ReturnType<typeof mailWords>['change'];

function datedAs(kind: DigestChange['kind']): (words: ChangeWords, date: string) => string {
  switch (kind) {
    case 'extensionGranted':
    case 'extensionRequested':
      return (words, date) => words.until(date);
    case 'returned':
      return (words, date) => words.completeBy(date);
    case 'interimAccepted':
    case 'standingAccepted':
      return (words, date) => words.checkpoint(date);
    default:
      return (words, date) => words.dueOn(date);
  }
}

export const reasonOf = ({ reason }: DigestChange, locale: Locale): string | null =>
  reason === null || reason === '' ? null : mailWords(locale).change.reason(shortened(reason, 100));

/** Why this mail, who answers, and what no mail ever asks for. @param rhythm how often such a mail comes; null where it is no habit */
export function footerOf(frame: MailFrame, rhythm: string | null): readonly string[] {
  const { locale, addressedAs, unit, organ, contact, mailNumber } = frame;
  const { footer } = mailWords(locale);
  const functions = addressedAs.map((addressee) => catalogue(locale).addressees[addressee]);
  const named = locale === 'en' ? functions.map((name) => name.toLowerCase()) : functions;
  const own =
    unit === null || functions.includes(oneLine(unit))
      ? ''
      : locale === 'en'
        ? ` (${oneLine(unit)})`
        : `（${oneLine(unit)}）`;
  return [
    ...(named.length === 0 ? [] : [footer.why(`${list(named, locale)}${own}`)]),
    ...(rhythm === null ? [] : [rhythm]),
    footer.contact(oneLine(organ), contact === null ? null : oneLine(contact)),
    footer.noPassword,
    footer.number(mailNumber),
  ];
}

export const asOfDate = ({ asOf }: MailFrame): LocalDate => localDate(asOf);

/** Only a unit can ask for more time or give an assignment back. */
export const asksTheUnit = (rows: readonly DigestRow[]): boolean =>
  rows.some(({ duty }) => duty === 'signFor' || duty === 'submitPlan' || duty === 'requestClosure');
