/** From the ledger to a numbered letter. */
import { frameOf, rulesOf, type MailContext } from './mail-facts.ts';
import { senderOf } from './mail-settings.ts';
import { implied } from '../core/item/impossible.ts';
import { letterTerms, type LetterContents } from '../core/item/letter.ts';
import { present } from '../core/present.ts';
import { workingDaysBetween } from '../core/rules/calendar.ts';
import { lateFrom } from '../core/item/ladder.ts';
import { localDate } from '../core/time.ts';
import type { CarriedLine } from '../db/sending.ts';
import type { LetterMailFacts } from '../documents/letters/facts.ts';

/** @throws when the line is no letter or was never numbered: neither can come from the sender */
export function letterFacts(line: CarriedLine, context: MailContext): LetterMailFacts {
  const { itemId, letter, issued } = line;
  if (letter === null || issued === null) throw new Error(`line ${line.id} has no numbered letter`);
  const { year, number, contents } = issued;
  const said = contents ?? letterContents(line, context);
  return { ...frameOf([line], context), ...said, kind: letter, year, number, itemId };
}

/** What the letter says when it leaves now. @throws when the line is no letter: that cannot come from a commit of the ledger */
export function letterContents(
  line: CarriedLine,
  context: Pick<MailContext, 'rules' | 'settings' | 'now'>,
): LetterContents {
  const { item, step } = line;
  if (step === null) throw new Error(`line ${line.id} is no letter`);
  const { settings } = context;
  const rules = rulesOf(line, context);
  const issuedOn = localDate(context.now);
  const terms = letterTerms(rules, step.level, lateFrom(item, step.dueOn), issuedOn);
  const proven = new Set(item.evidence.flatMap(({ measureIds }) => measureIds));
  return {
    organ: senderOf(settings).name,
    contact: settings.contact ?? settings.replyTo ?? null,
    numberPrefix: settings.letterPrefix ?? '',
    itemNumber: line.number,
    title: line.title,
    round: line.roundTitle,
    responsibleUnit: present(line.unit, `unit of item ${line.itemId}`).name,
    issuedOn,
    dueOn: step.dueOn,
    firstDueOn: implied(item.firstDueOn, item, 'a first due date'),
    extensionsGranted: item.extensions.length,
    extensionsRefused: item.extensionRefusals.length,
    workingDaysOverdue: workingDaysBetween(rules.calendar, step.dueOn, issuedOn),
    state: item.state,
    // Before a plan the one measure is the item itself, which is nothing to count.
    measures: item.plan === null ? 0 : item.measures.length,
    measuresWithoutEvidence: item.measures.filter(({ id }) => !proven.has(id)).length,
    level: step.level,
    answerBy: terms.answerBy,
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
    unpublishedYears: step.unknownYears,
  };
}
