/** From the ledger to a numbered letter. */
import { frameOf, rulesOf, type MailContext } from './mail-facts.ts';
import { senderOf } from './mail-settings.ts';
import { implied } from '../core/item/impossible.ts';
import { letterTerms, type LetterContents } from '../core/item/letter.ts';
import { present } from '../core/present.ts';
import { letterNames } from '../core/i18n/letter-name.ts';
import { unknownYears, workingDaysBetween } from '../core/rules/calendar.ts';
import { lateFrom } from '../core/item/ladder.ts';
import { letterRule } from '../core/rules/policy.ts';
import { localDate, type LocalDate } from '../core/time.ts';
import type { CarriedLine } from '../db/sending.ts';
import type { LetterMailFacts } from '../documents/letters/facts.ts';

/** @throws when the line is no letter or was never numbered: neither can come from the sender */
export function letterFacts(line: CarriedLine, context: MailContext): LetterMailFacts {
  const { itemId, letter, issued } = line;
  if (letter === null || issued === null) throw new Error(`line ${line.id} has no numbered letter`);
  const { year, number, contents } = issued;
  const said = contents ?? letterContents(line, context, null);
  return { ...frameOf([line], context), ...said, kind: letter, year, number, itemId };
}

/** What its kind adds to the organ's sign; empty where it has no mark. */
export const markOf = (line: CarriedLine, context: Pick<MailContext, 'rules'>): string =>
  letterRule(rulesOf(line, context).policy, present(line.letter, `letter of line ${line.id}`)).mark ?? '';

/**
 * What the letter says when it leaves now: one that follows from a date, from a letter that nobody answered, or from the office.
 *
 * @throws when the line is no letter: that cannot come from a commit of the ledger
 */
export function letterContents(
  line: CarriedLine,
  context: Pick<MailContext, 'rules' | 'settings' | 'now'>,
  unanswered: LetterContents['unanswered'],
): LetterContents {
  const { item, step, fact } = line;
  const kind = present(line.letter, `letter of line ${line.id}`);
  const { settings } = context;
  const rules = rulesOf(line, context);
  const issuedOn = localDate(context.now);
  const dueOn = step?.kind === 'overdue' ? step.dueOn : implied(item.dueOn, item, 'a due date');
  // After one that is issued by hand nothing follows by its date alone.
  const level = step === null ? rules.policy.escalations.length : step.level;
  const terms = letterTerms(rules, level, lateFrom(item, dueOn), issuedOn);
  const proven = new Set(item.evidence.flatMap(({ measureIds }) => measureIds));
  return {
    organ: senderOf(settings).name,
    contact: settings.contact ?? settings.replyTo ?? null,
    name: letterNames(rules.policy, kind),
    reason: step === null ? (fact.reason ?? null) : null,
    unanswered,
    wantsAnswer: (fact.answerDueOn ?? null) !== null,
    numberPrefix: `${settings.letterPrefix ?? ''}${markOf(line, context)}`,
    itemNumber: line.number,
    title: line.title,
    round: line.roundTitle,
    responsibleUnit: present(line.unit, `unit of item ${line.itemId}`).name,
    issuedOn,
    dueOn,
    firstDueOn: implied(item.firstDueOn, item, 'a first due date'),
    extensionsGranted: item.extensions.length,
    extensionsRefused: item.extensionRefusals.length,
    workingDaysOverdue: workingDaysBetween(rules.calendar, dueOn, issuedOn),
    state: item.state,
    // Before a plan the one measure is the item itself, which is nothing to count.
    measures: item.plan === null ? 0 : item.measures.length,
    measuresWithoutEvidence: item.measures.filter(({ id }) => !proven.has(id)).length,
    level: step?.level ?? 0,
    answerBy: fact.answerDueOn ?? terms.answerBy,
    next:
      terms.next === null
        ? null
        : {
            on: terms.next.on,
            to: terms.next.step.to,
            proposesInterview: terms.next.step.proposesInterview ?? false,
            lists: terms.next.step.lists ?? false,
          },
    policyVersion: rules.policy.version,
    unpublishedYears: unknownYears(rules.calendar, ...inOrder(dueOn, issuedOn)),
  };
}

const inOrder = (one: LocalDate, other: LocalDate): [LocalDate, LocalDate] =>
  one < other ? [one, other] : [other, one];
