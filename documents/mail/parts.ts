/** Sentences that the HTML and the text of a mail share. */
import type { DigestChange, DigestRow, InPlaceOf, MailFrame } from './facts.ts';
import { oneLine, shortened } from './markup.ts';
import { mailWords } from './words.ts';
import { catalogue } from '../../core/i18n/catalogue.ts';
import { shortDate, unpublishedMark, workingDaysLeft } from '../../core/i18n/format.ts';
import type { Locale } from '../../core/locale.ts';
import { localDate, type LocalDate } from '../../core/time.ts';

/** A page that shows; nothing acts before a person presses a button there. */
export const itemAddress = ({ webUrl }: MailFrame, itemId: string, inPlaceOf: InPlaceOf | null = null): string =>
  `${webUrl}/items/${encodeURIComponent(itemId)}${inPlaceOf === null ? '' : `?for=${encodeURIComponent(inPlaceOf.id)}`}`;

export const listAddress = ({ webUrl }: MailFrame): string => `${webUrl}/`;

export const titleOf = ({ number, title }: { number: string; title: string }): string =>
  `${oneLine(number)} ${shortened(title, 60)}`;

/** 代李敏办理 · In place of 李敏; null where it is the recipient's own. */
export const placeOf = ({ inPlaceOf }: Pick<DigestRow, 'inPlaceOf'>, locale: Locale): string | null =>
  inPlaceOf === null ? null : mailWords(locale).inPlaceOf(oneLine(inPlaceOf.name));

/** What is to be done, by the recipient or by whoever is waited for. */
export function whatOf({ duty, waitingOn }: DigestRow, locale: Locale): string | null {
  const words = mailWords(locale);
  if (duty !== null) return words.needed(words.duties[duty]);
  return waitingOn === null ? null : words.waiting(catalogue(locale).parties[waitingOn]);
}

/** Late as a whole, or with the act that is wanted first. */
export const isLate = (row: DigestRow): boolean => row.light === 'red' || (row.actWorkingDaysLeft ?? 0) < 0;

/** Working days by which a row is late; 0 on the days off right after its date. */
export function daysLate(row: DigestRow): number {
  const left = row.light === 'red' ? row.workingDaysLeft : row.actWorkingDaysLeft;
  return left === null ? 0 : Math.max(0, -left);
}

/** How a row stands, after its shape or in brackets: 超期 2 个工作日 · 临期 · 正常 */
export function standsAs(row: DigestRow, locale: Locale): string {
  const days = daysLate(row);
  return isLate(row) && days > 0 ? workingDaysLeft(-days, locale) : catalogue(locale).lights[row.light].word;
}

/** ■ 超期 2 个工作日 · ▲ 临期 · ● 正常 */
export function lightOf(row: DigestRow, locale: Locale): string {
  const { shape } = catalogue(locale).lights[isLate(row) ? 'red' : row.light];
  const said = standsAs(row, locale);
  return `${shape} ${said.slice(0, 1).toUpperCase()}${said.slice(1)}`;
}

export interface When {
  readonly date: LocalDate;
  /** What the date means now; null where the light says it already. */
  readonly days: string | null;
  /** That it rests on years nobody has published; null where it does not. */
  readonly mark: string | null;
}

/** By when the act is wanted; null where nobody set a date. */
export function actWhenOf(row: DigestRow, locale: Locale): When | null {
  const { actBy, actWorkingDaysLeft: left, light, dueOn } = row;
  if (actBy === null) return null;
  const isSaid = isLate(row) && (light !== 'red' || actBy === dueOn);
  const days = left === null || isSaid ? null : workingDaysLeft(left, locale);
  return { date: actBy, days, mark: unpublishedMark(row.actUnpublishedYears, locale) };
}

/** The date of the whole; null where it is that of the act, or not set. */
export function wholeWhenOf(row: DigestRow, locale: Locale): When | null {
  const { dueOn, actBy, workingDaysLeft: left, light } = row;
  if (dueOn === null || dueOn === actBy) return null;
  // An old date that reviewers have in their hands is nobody's delay.
  const isSilent = left === null || light === 'red' || left < 0;
  const days = isSilent ? null : workingDaysLeft(left, locale);
  return { date: dueOn, days, mark: unpublishedMark(row.unpublishedYears, locale) };
}

/** 已退回（张立）· Returned by 张立 */
export function changeOf({ kind, by, date }: DigestChange, today: LocalDate, locale: Locale): string {
  const words = mailWords(locale);
  const what = catalogue(locale).mailLines[kind];
  const who = by === null ? null : words.change.by(oneLine(by));
  const dated = date === null ? null : datedAs(kind)(words.change, shortDate(date, today, locale));
  const more = [who, dated].filter((part) => part !== null);
  if (more.length === 0) return what;
  return words.changeWith(what, more.join(words.comma));
}

type ChangeWords = ReturnType<typeof mailWords>['change'];

function datedAs(kind: DigestChange['kind']): (words: ChangeWords, date: string) => string {
  switch (kind) {
    case 'extensionGranted':
    case 'extensionRequested':
    case 'pauseRequested':
    case 'paused':
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
  const { locale, addressedAs, unit, organ, contact, mailNumber, ledgerCode } = frame;
  const { footer, addressees, bracketed } = mailWords(locale);
  const functions = addressedAs.map((addressee) => catalogue(locale).addressees[addressee]);
  const own = unit === null || functions.includes(oneLine(unit)) ? '' : bracketed(oneLine(unit));
  return [
    ...(functions.length === 0 ? [] : [footer.why(`${addressees(functions)}${own}`)]),
    ...(rhythm === null ? [] : [rhythm]),
    footer.contact(oneLine(organ), contact === null ? null : oneLine(contact)),
    footer.noPassword,
    footer.number(mailNumber),
    ...(ledgerCode === null ? [] : [footer.ledgerCode(ledgerCode)]),
  ];
}

export const asOfDate = ({ asOf }: MailFrame): LocalDate => localDate(asOf);

/** Only a unit can ask for more time or give an assignment back. */
export const asksTheUnit = (rows: readonly DigestRow[]): boolean =>
  rows.some(({ duty }) => duty === 'signFor' || duty === 'submitPlan' || duty === 'requestClosure');
