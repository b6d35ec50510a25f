/** What a rehearsal says, in English. */
import { plural } from '../format.ts';

const sent = (mails: number, people: number): string =>
  `${plural(mails, 'mail')} to ${plural(people, 'person', 'people')}`;

export const enRehearsal = {
  assume: 'Assumption',
  until: 'Until',
  escalates: 'Climbs to',
  unsure: 'Rests on unpublished years',
  totals: (mails: number, people: number, letters: number) =>
    `${sent(mails, people)}, ${plural(letters, 'letter')} among them.`,
  ended: (finished: number, items: number) => `${finished} of ${plural(items, 'item')} at their end.`,
  heavyFrom: (days: number, mails: number) =>
    days === 0
      ? `Nobody gets ${plural(mails, 'mail')} on one day.`
      : `${plural(days, 'time')} somebody gets ${plural(mails, 'mail')} or more on one day.`,
  instead: (mails: number, people: number, mailsBefore: number, peopleBefore: number) =>
    `${sent(mails, people)} instead of ${sent(mailsBefore, peopleBefore)}.`,
  differs: (count: number) =>
    count === 0 ? 'No day differs for anybody.' : `${plural(count, 'change')}, by day and person:`,
  undone: (count: number) => `${plural(count, 'act')} had nobody to do it.`,
  reached: (on: string, mails: number) => `Rehearsed to ${on}: ${plural(mails, 'mail')} …`,
  preparing: 'The rehearsal is being prepared …',
  leftover: 'What a rehearsal left that was broken off has been removed.',
  took: (seconds: number) => `Played in ${seconds} s. Nobody got anything, and the ledger is as it was.`,
};
