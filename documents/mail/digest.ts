/** The digest: what needs a person, most pressing first, and what changed. At most one a person and slot. */
import type { DigestFacts, DigestRow, RenderedMail } from './facts.ts';
import { digestHtml } from './digest-html.ts';
import type { DigestView } from './digest-view.ts';
import { digestText } from './digest-text.ts';
import { oneLine, shortened } from './markup.ts';
import { daysLate, isLate } from './parts.ts';
import { mailWords } from './words.ts';
import { listDate, sentenceTime, workingDaysLeft } from '../../core/i18n/format.ts';
import type { Locale } from '../../core/locale.ts';
import { localDate, type LocalDate } from '../../core/time.ts';

const mostRows = 10;

export function renderDigest(facts: DigestFacts): RenderedMail {
  const rows = [...facts.rows].sort(byPressure);
  const view: DigestView = {
    facts,
    rows: rows.slice(0, mostRows),
    moreRows: Math.max(0, rows.length - mostRows),
    changes: facts.changes.slice(0, mostRows),
    moreChanges: Math.max(0, facts.changes.length - mostRows),
    subject: oneLine(subjectOf(facts, rows)),
    opening: openingOf(facts),
  };
  return { subject: view.subject, text: digestText(view), html: digestHtml(view, preheaderOf(view)) };
}

/** Late first and the latest of these first, then by date; what others must do comes after. */
function byPressure(one: DigestRow, other: DigestRow): number {
  const rank = (row: DigestRow) => (isLate(row) ? 0 : 2) + (row.duty === null ? 1 : 0);
  const date = (row: DigestRow) => row.actBy ?? row.dueOn ?? '9999-12-31';
  return (
    rank(one) - rank(other) ||
    daysLate(other) - daysLate(one) ||
    (date(one) < date(other) ? -1 : date(one) > date(other) ? 1 : byNumber.compare(one.number, other.number))
  );
}

/** 2 before 10. Made once, for making one takes longer than writing a mail. */
const byNumber = new Intl.Collator('en', { numeric: true });

function subjectOf({ locale, changes, asOf }: DigestFacts, rows: readonly DigestRow[]): string {
  const { brand, comma, subject } = mailWords(locale);
  const toDo = rows.filter(({ duty }) => duty !== null).length;
  const said = [];
  if (toDo > 0) said.push(subject.toDo(toDo));
  else if (rows.length > 0) said.push(subject.toKnow(rows.length));
  else said.push(subject.changed(changes.length));
  const overdue = rows.filter(isLate);
  const days = Math.max(0, ...overdue.map(daysLate));
  const next = nextAct(rows);
  if (overdue.length > 0)
    said.push(overdue.length === 1 ? subject.oneOverdue(days) : subject.overdue(overdue.length, days));
  else if (next !== null)
    said.push(subject.nextDue(listDate(next.actBy, localDate(asOf), locale), daysOf(next, locale)));
  return `${brand}${said.join(comma)}`;
}

/** The act that is wanted first of this person. */
function nextAct(rows: readonly DigestRow[]): (DigestRow & { readonly actBy: LocalDate }) | null {
  const wanted = rows.flatMap((row) => (row.duty === null || row.actBy === null ? [] : [{ ...row, actBy: row.actBy }]));
  return wanted.reduce<(typeof wanted)[number] | null>(
    (first, row) => (first === null || row.actBy < first.actBy ? row : first),
    null,
  );
}

const daysOf = ({ actWorkingDaysLeft: left }: DigestRow, locale: Locale): string | null =>
  left === null ? null : workingDaysLeft(left, locale);

function openingOf({ locale, recipient, asOf, rows, changes }: DigestFacts): string {
  const { opening } = mailWords(locale);
  const time = sentenceTime(asOf, locale);
  const name = oneLine(recipient);
  const toDo = rows.filter(({ duty }) => duty !== null);
  if (toDo.length > 0) return opening.toDo(name, time, toDo.length, toDo.filter(isLate).length);
  if (rows.length > 0) return opening.toKnow(name, time, rows.length, rows.filter(isLate).length);
  return opening.changed(name, time, changes.length);
}

/** The most pressing row, for the list of mails on a phone. */
function preheaderOf({ facts, rows, changes, opening }: DigestView): string {
  const first = rows[0] ?? changes[0];
  if (first === undefined) return opening;
  const left = 'actBy' in first ? (first.actWorkingDaysLeft ?? first.workingDaysLeft) : null;
  const when = left === null ? '' : `${mailWords(facts.locale).comma}${workingDaysLeft(left, facts.locale)}`;
  return `${first.number} ${shortened(first.title, 40)}${when}`;
}
