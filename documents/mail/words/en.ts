/** The words of mails in English; their type is what zh.ts must say too. Labels of the product stand in core/i18n. */
import { enLabels } from '../../../core/i18n/en/labels.ts';
import { agreeing, list, plural } from '../../../core/i18n/format.ts';
import type { WantedAct } from '../../../core/item/turn.ts';

const { things, fields } = enLabels;

const duties: Record<WantedAct, string> = {
  assign: 'assign again',
  signFor: 'sign for the item',
  submitPlan: 'submit the measures',
  approvePlan: 'review the measures',
  requestClosure: 'add evidence and apply for closure',
  endorse: 'review the application for closure',
  concur: 'answer in the joint review of the closure',
  approveClosure: 'decide on the application for closure',
  grantExtension: 'decide on the extension',
  grantPause: 'Decide on the pause',
  reportProgress: 'report on the review',
};

export const en = {
  duties,
  brand: `[${things.product}] `,
  comma: ', ',
  /** Around the word of a row's light, where colours are not shown. */
  light: (word: string) => `[${word}] `,
  /** More about what was just said. */
  bracketed: (text: string) => ` (${text})`,
  /** A change and what belongs to it: by whom, until when. */
  changeWith: (change: string, more: string) => `${change} ${more}`,
  /** How a list of functions reads within a sentence. */
  addressees: (labels: readonly string[]) =>
    list(
      labels.map((label) => label.toLowerCase()),
      'en',
    ),
  /** Before a paragraph of a letter. */
  indent: '',
  subject: {
    toDo: (count: number) => `${count} to do`,
    toKnow: (count: number) => `${count} to know`,
    changed: (count: number) => `${count} changed`,
    oneOverdue: (days: number) => `1 overdue by ${plural(days, 'working day')}`,
    overdue: (count: number, days: number) => `${count} overdue, up to ${plural(days, 'working day')}`,
    nextDue: (date: string, days: string | null) => `next due ${date}${days === null ? '' : ` (${days})`}`,
  },
  opening: {
    toDo: (name: string, time: string, count: number, overdue: number) =>
      `${name}: as of ${time}, ${plural(count, 'item needs', 'items need')} action${overdue === 0 ? '' : `, ${overdue} of them overdue`}.`,
    toKnow: (name: string, time: string, count: number, overdue: number) =>
      `${name}: as of ${time}, there ${agreeing(count, 'is', 'are')} ${plural(count, 'item')} to know about${overdue === 0 ? '' : `, ${overdue} of them overdue`}.`,
    changed: (name: string, time: string, count: number) =>
      `${name}: as of ${time}, ${plural(count, 'item has', 'items have')} changed.`,
  },
  button: 'Open the list',
  buttonHint: 'The button opens a page and changes nothing. Address of the page:',
  heading: { rows: things.items, changes: 'Changes today' },
  inPlaceOf: (name: string) => `In place of ${name}`,
  needed: (duty: string) => `To do: ${duty}`,
  waiting: (party: string) => `${things.waitingOn}: ${party.toLowerCase()}`,
  /** After what is needed, or who is waited for. */
  latest: (date: string) => `, by ${date}`,
  due: `${things.itemDue}: `,
  moreRows: (count: number) => `${plural(count, 'more item', 'more items')} in the system.`,
  moreChanges: (count: number) => `${plural(count, 'more change', 'more changes')} in the system.`,
  change: {
    by: (name: string) => `by ${name}`,
    reason: (text: string) => `${fields.reason}: ${text}`,
    until: (date: string) => `until ${date}`,
    completeBy: (date: string) => `to be completed by ${date}`,
    checkpoint: (date: string) => `next checkpoint ${date}`,
    dueOn: (date: string) => `due on ${date}`,
  },
  nextReminder: (date: string) => `Next reminder: ${date}.`,
  help: 'Where this is hard to meet: an extension can be requested before the due date, and an item that belongs to another unit can be returned.',
  footer: {
    why: (functions: string) => `Why this mail: addressed to the ${functions}.`,
    rhythm:
      'At most one such mail leaves on a working day. Letters leave by themselves, and what is urged leaves at once.',
    contact: (organ: string, contact: string | null) => `${organ}${contact === null ? '' : `, ${contact}`}`,
    noPassword: 'No mail from here asks for a password or a code.',
    typed: 'The address can also be typed into a browser:',
    number: (mailNumber: string) => `Mail ${mailNumber}`,
    ledgerCode: (code: string) => `Ledger code ${code}`,
  },
  link: {
    invitationTitle: 'A password of your own',
    resetTitle: 'Choose a new password',
    invitation: (name: string, organ: string, email: string) =>
      `${name}: ${organ} has opened an account for ${email}. With a password of your own you can sign in.`,
    reset: (name: string, email: string) => `${name}: somebody asked for a new password for ${email}.`,
    valid: (hours: number) => `The link below opens once, within ${plural(hours, 'hour')}.`,
    notAsked: 'Whoever did not ask for it has nothing to do: the password stays as it is.',
    button: 'Open the page',
    hint: 'The button opens a page where the password is chosen. Address of the page:',
  },
  letter: {
    subject: (f: { kind: string; number: number; item: string; days: number; date: string }) =>
      `[${f.kind}] No. ${f.number}: item ${f.item}${f.days > 0 ? ` overdue by ${plural(f.days, 'working day')}` : ''}, act by ${f.date}`,
    button: 'Open the item',
  },
};

export type MailWords = typeof en;
