/** From the ledger to what a mail says: the facts of a digest and of a letter, as of now. */
import { senderOf, type MailSettings } from './mail-settings.ts';
import { isTimeBound, type MailLineKind } from '../core/item/mail.ts';
import { unknownYears } from '../core/rules/calendar.ts';
import { stepsAhead } from '../core/item/ladder.ts';
import { doerText } from '../core/i18n/doer.ts';
import type { Locale } from '../core/locale.ts';
import type { Rules } from '../core/rules/rules.ts';
import { outlook } from '../core/item/light.ts';
import { isTurnOf, turnOf, type WantedAct } from '../core/item/turn.ts';
import type { Addressee } from '../core/rules/policy.ts';
import { localDate, type Instant, type LocalDate } from '../core/time.ts';
import { actorOf, type Person } from '../core/people/people.ts';
import type { CarriedLine } from '../db/sending.ts';
import type { DigestChange, DigestFacts, DigestRow, InPlaceOf, MailFrame } from '../documents/mail/facts.ts';

export interface MailContext {
  readonly mailId: number;
  readonly ledgerCode: string | null;
  readonly person: Person;
  readonly personUnit: string | null;
  readonly rules: ReadonlyMap<string, Rules>;
  readonly settings: MailSettings;
  readonly now: Instant;
}

/** A line with the rules its item is judged by. */
interface Judged {
  readonly line: CarriedLine;
  readonly rules: Rules;
  readonly duty: WantedAct | null;
}

export function frameOf(lines: readonly CarriedLine[], context: MailContext): MailFrame {
  const { person, settings, now } = context;
  return {
    locale: person.locale,
    recipient: person.name,
    addressedAs: addresseesOf(lines, person),
    unit: context.personUnit,
    asOf: now,
    webUrl: settings.webUrl,
    organ: senderOf(settings).name,
    contact: settings.contact ?? settings.replyTo ?? null,
    mailNumber: String(context.mailId),
    ledgerCode: context.ledgerCode,
  };
}

/** As what the person is written to: by their ties to the items, otherwise by their office. */
function addresseesOf(lines: readonly CarriedLine[], person: Person): Addressee[] {
  const found = new Set(lines.flatMap((line) => tiesTo(line, person)));
  const strangers = lines.some((line) => tiesTo(line, person).length === 0);
  if (strangers && person.isChief) found.add('chief');
  if (strangers && person.inInspectionOffice) found.add('inspectionOffice');
  else if (strangers && person.roles.includes('admin')) found.add('admin');
  return [...found];
}

/** By those of the absent person where the line is a substitute's. */
function tiesTo({ item, unit, inPlaceOf }: CarriedLine, recipient: Pick<Person, 'id'>): Addressee[] {
  const person = inPlaceOf === null ? recipient : { id: inPlaceOf.principal.personId };
  const ties: Addressee[] = [];
  if (item.handlerId === person.id) ties.push('handler');
  if (unit?.liaisonId === person.id) ties.push('liaison');
  if (item.leadLeaderId === person.id) ties.push('leadLeader');
  if (ties.length === 0 && item.measures.some(({ ownerId }) => ownerId === person.id)) ties.push('owner');
  return ties;
}

export function digestFacts(lines: readonly CarriedLine[], context: MailContext): DigestFacts {
  const judged = lines.map((line) => {
    const rules = rulesOf(line, context);
    return { line, rules, duty: dutyOf(line, rules, context.person) };
  });
  const rows = judged.filter(isRow);
  return {
    ...frameOf(lines, context),
    rows: [...new Map(rows.map((one) => [one.line.itemId, one])).values()].map((one) => rowOf(one, context.now)),
    changes: judged.filter(isChange).map(({ line }) => changeOf(line, context.person.locale)),
    nextReminderOn: nextReminder(rows, context),
  };
}

export function rulesOf({ roundId }: CarriedLine, { rules }: Pick<MailContext, 'rules'>): Rules {
  const found = rules.get(roundId);
  if (found === undefined) throw new Error(`round ${roundId} has no rules`);
  return found;
}

/** Lines that only say whose turn it is: a row while it is that person's, a change once the turn has passed. */
const announcements: readonly MailLineKind[] = [
  'assigned',
  'disowned',
  'planSubmitted',
  'closureRequested',
  'endorsed',
  'extensionRequested',
  'pauseRequested',
];

const tellsOfTime = (kind: MailLineKind): boolean =>
  isTimeBound(kind) || kind === 'checkpoint' || kind === 'pauseEnd' || kind === 'standingReview';

/** Whoever takes an item over is told what it waits for and by when, whoever is waited for. */
const isRow = ({ line, duty }: Judged): boolean =>
  duty !== null || tellsOfTime(line.kind) || line.kind === 'handedOver';

const isChange = ({ line, duty }: Judged): boolean =>
  !tellsOfTime(line.kind) && (duty === null || !announcements.includes(line.kind));

/** What the item waits for, when it waits for this person. */
function dutyOf({ item, inPlaceOf }: CarriedLine, rules: Rules, person: Person): WantedAct | null {
  const turn = turnOf(item, rules);
  const self = actorOf(person);
  const actor = inPlaceOf === null ? self : { ...self, standsFor: inPlaceOf.principal };
  return turn !== null && isTurnOf(actor, item, turn) ? turn.act : null;
}

function rowOf({ line, rules, duty }: Judged, now: Instant): DigestRow {
  const { light, dueOn, workingDaysLeft, turn } = outlook(line.item, rules, now);
  return {
    itemId: line.itemId,
    inPlaceOf: placeOf(line),
    number: line.number,
    title: line.title,
    light,
    duty,
    waitingOn: turn?.party ?? null,
    actBy: turn?.dueOn ?? null,
    actWorkingDaysLeft: turn?.workingDaysLeft ?? null,
    actUnpublishedYears: turn?.unknownYears ?? [],
    dueOn,
    workingDaysLeft,
    unpublishedYears: dueOn === null ? [] : unknownYears(rules.calendar, localDate(now), dueOn),
  };
}

const placeOf = ({ inPlaceOf }: CarriedLine): InPlaceOf | null =>
  inPlaceOf === null ? null : { id: inPlaceOf.principal.personId, name: inPlaceOf.name };

/** Under both names where somebody acted in another's place. */
function authorOf({ by, byFor }: CarriedLine, locale: Locale): string | null {
  if (by === null || byFor === null) return by;
  return doerText({ by, forId: byFor }, locale, (name) => name);
}

function changeOf(line: CarriedLine, locale: Locale): DigestChange {
  const { itemId, number, title, kind, fact } = line;
  const date = fact.until ?? fact.dueOn ?? fact.checkpointOn ?? fact.reviewOn ?? null;
  return {
    itemId,
    inPlaceOf: placeOf(line),
    number,
    title,
    kind,
    by: authorOf(line, locale),
    reason: fact.reason ?? null,
    date,
  };
}

/** The next day on which time alone will bring this person a reminder of one of these items. */
function nextReminder(rows: readonly Judged[], { person, now }: MailContext): LocalDate | null {
  const slots = rows.flatMap(({ line, rules }) => {
    const ties = tiesTo(line, person);
    const next = stepsAhead(line.item, rules).find(
      (step) => step.at > now && step.to.some((addressee) => ties.includes(addressee)),
    );
    return next === undefined ? [] : [next.at];
  });
  const first = slots.sort()[0];
  return first === undefined ? null : localDate(first);
}
