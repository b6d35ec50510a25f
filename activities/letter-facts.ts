/** From the ledger to a numbered letter. */
import { frameOf, rulesOf, type MailContext } from './mail-facts.ts';
import { implied } from '../core/item/impossible.ts';
import { present } from '../core/present.ts';
import { workingDaysBetween } from '../core/rules/calendar.ts';
import { lateFrom } from '../core/item/ladder.ts';
import { letterTerms } from '../core/item/letter.ts';
import { localDate } from '../core/time.ts';
import type { CarriedLine } from '../db/sending.ts';
import type { LetterFacts } from '../documents/mail/facts.ts';

/** @throws when the line is no letter or was never numbered: neither can come from a commit of the ledger */
export function letterFacts(line: CarriedLine, context: MailContext): LetterFacts {
  const { item, step, issued, letter } = line;
  if (letter === null || step === null || issued === null) throw new Error(`line ${line.id} has no numbered letter`);
  const rules = rulesOf(line, context);
  const issuedOn = localDate(issued.at);
  const terms = letterTerms(rules, step.level, lateFrom(item, step.dueOn), issuedOn);
  const proven = new Set(item.evidence.flatMap(({ measureIds }) => measureIds));
  return {
    ...frameOf([line], context),
    kind: letter,
    year: issued.year,
    number: issued.number,
    numberPrefix: context.settings.letterPrefix ?? '',
    itemId: line.itemId,
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
