/** The words of letters in English; their type is what zh.ts must say too. */
import { agreeing, plural } from '../../../core/i18n/format.ts';
import type { ItemState } from '../../../core/item/item.ts';

/** What a letter says of the item on its date. */
const stateOnPaper: Record<ItemState, string> = {
  draft: 'the item is not assigned',
  disowned: 'the assignment is returned and the item waits for another',
  assigned: 'no measures have been submitted',
  planned: 'the measures wait for approval',
  inProgress: 'closure has not been applied for',
  submitted: 'closure has been applied for',
  endorsed: 'the application for closure is endorsed',
  closed: 'the item is closed',
  interim: 'interim results are accepted',
  standing: 'the item is accepted as standing',
  reopened: 'the item is reopened and closure has not been applied for',
  cancelled: 'the item is cancelled',
};

const proven = (measures: number, without: number): string =>
  without === 0
    ? ` All of its measures (${measures}) have evidence.`
    : ` Of ${plural(measures, 'measure')}, ${without} ${agreeing(without, 'has', 'have')} no evidence.`;

export const en = {
  title: (kind: string, title: string) => `${kind} on "${title}"`,
  number: (prefix: string, year: number, number: number) =>
    `No. ${number} (${year})${prefix === '' ? '' : `, ${prefix}`}`,
  to: (unit: string) => `To ${unit}:`,
  fact: (f: {
    round: string;
    number: string;
    title: string;
    first: string;
    due: string;
    granted: number;
    refused: number;
    days: number;
  }) =>
    `Item ${f.number} of "${f.round}", "${f.title}", was first due on ${f.first}. ` +
    (f.granted + f.refused === 0 ? 'No extension was asked for. ' : '') +
    (f.granted === 0 ? '' : `It was extended ${f.granted === 1 ? 'once' : plural(f.granted, 'time')}. `) +
    (f.refused === 0
      ? ''
      : `${plural(f.refused, 'request')} for an extension ${agreeing(f.refused, 'was', 'were')} refused. `) +
    (f.due === f.first ? '' : `Its due date is now ${f.due}. `) +
    (f.days > 0
      ? `It is ${plural(f.days, 'working day')} overdue.`
      : `${plural(-f.days, 'working day')} ${agreeing(-f.days, 'is', 'are')} left.`),
  state: (f: { date: string; state: ItemState; measures: number; without: number }) =>
    `On ${f.date}, ${stateOnPaper[f.state]}.${f.measures === 0 ? '' : proven(f.measures, f.without)}`,
  demand: (date: string) =>
    `The unit is asked to complete the work and apply for closure by the end of ${date}. ` +
    'Where that is not possible, it reports by the same date what is done, what is not and why, and when it will be.',
  answer: (date: string) =>
    ` An answer to this letter is wanted by the end of ${date}; without one the next step of the escalation follows.`,
  unanswered: (year: number, number: number) => `Letter no. ${number} (${year}) was not answered by its date.`,
  reason: (reason: string) => `Reason for this letter: ${reason}`,
  step: (level: number) => `This is level ${level} of the escalation.`,
  next: (f: { version: number; date: string; to: string; interview: boolean; lists: boolean }) =>
    ` Under the rules of this round (version ${f.version}), an item still open on ${f.date} is reported to the ${f.to}` +
    `${f.interview ? ', with an interview proposed' : ''}${f.lists ? ', and put under listed supervision' : ''}.`,
  contact: (organ: string, contact: string | null) =>
    ` Difficulties can be raised with ${organ}${contact === null ? '' : ` (${contact})`}.`,
  closing: null as string | null,
  translation: 'This translation is for reading; the Chinese text is authoritative.' as string | null,
};

export type LetterWords = typeof en;
