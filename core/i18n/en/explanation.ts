/** Why a date is what it is, in English. */
import { enLabels } from './labels.ts';
import type { CountStart, CountUnit } from '../../item/date-making.ts';
import type { ItemDate } from '../../item/item-dates.ts';
import type { DateMove } from '../../item/date-move.ts';
import { agreeing, list, plural } from '../format.ts';

const { things, fields } = enLabels;

const dates: Readonly<Record<ItemDate, string>> = {
  signDue: things.signDue,
  planDue: things.planDue,
  due: things.itemDue,
  returnDue: 'Returned, to be completed by',
  checkpoint: things.checkpoint,
  review: fields.reviewOn,
};

const starts: Readonly<Record<CountStart, string>> = {
  roundStart: 'the start of the round',
  dispatch: 'the launch',
  assignment: 'the assignment to this unit',
  planReturn: 'the return of the measures',
  checkpoint: 'the checkpoint',
  review: 'the review before',
  handedOver: 'the day it was handed over',
};

const units: Readonly<Record<CountUnit, string>> = { workingDays: 'working day', days: 'day', months: 'month' };

export const enExplanation = {
  dates,
  /** Within a sentence; `turn`: by when others decide. */
  moved: {
    signDue: 'the signature',
    planDue: 'the plan of measures',
    due: 'the whole',
    review: 'the review',
    turn: 'the decision',
  } satisfies Readonly<Record<DateMove['date'], string>>,
  counted: (count: number, unit: CountUnit, start: CountStart, from: string) =>
    `${plural(count, units[unit])} from ${starts[start]}, ${from}.`,
  withDue: 'On the day the item is due, for the count would lead past it.',
  givenBack: (days: number, from: string, since: string) =>
    `${plural(days, 'day')} later than ${from}: others held the item from ${since} on.`,
  rested: (days: number, from: string, since: string) =>
    `${plural(days, 'day')} later than ${from}: the item rested from ${since} on.`,
  agreed: (agreer: string, asker: string, reason: string) =>
    `${agreer} agreed to the pause that ${asker} asked for: ${reason}`,
  fixed: (from: string | null, reason: string) =>
    `Fixed by a higher body${from === null ? '' : `, ${from} before`}; no other rules move it: ${reason}`,
  extended: (from: string, asker: string, askedOn: string, asked: string, reason: string) =>
    `Extended from ${from}. ${asker} asked on ${askedOn} for ${asked}: ${reason}`,
  chosen: (reason: string | null) => (reason === null ? 'Named by hand.' : `Named by hand: ${reason}`),
  chosenAnew: (from: string, reason: string) => `Moved by hand from ${from}: ${reason}`,
  recounted: (from: string, policy: number, calendar: number, reason: string) =>
    `Moved from ${from} by policy version ${policy} and calendar version ${calendar}: ${reason}`,
  landed: (on: string) => `That is ${on}, a day off; the next working day stands.`,
  skipped: (spans: readonly string[]) => `Not counted: ${list(spans, 'en')}.`,
  madeUp: (days: readonly string[]) =>
    `Counted, for people work on ${agreeing(days.length, 'it', 'them')} in exchange for a holiday: ${list(days, 'en')}.`,
  span: (holiday: string | null, from: string, to: string) =>
    `${holiday ?? 'weekend'} ${from === to ? from : `${from} to ${to}`}`,
  provisional: (mark: string) => `Provisional, ${mark}.`,
  setBy: (who: string, at: string, seq: number) => `Set by ${who}, ${at} (record ${seq}).`,
  setByClock: (at: string, seq: number) => `Set by the clock, ${at} (record ${seq}).`,
  sameAs: (date: string) => `The same date as “${date}”.`,
  onDay: (on: string) => `For ${on}.`,
  before: (days: number, on: string) => `${plural(days, 'day')} before ${on}, on a working day.`,
  after: (days: number, on: string) => `${plural(days, 'working day')} after ${on}.`,
  restedBetween: (days: number) => `${plural(days, 'day')} of a pause in between do not count.`,
  postponed: 'The letter before it had only just left, so it waits for a slot of its own.',
  again: (days: number, last: string) =>
    `${plural(days, 'working day')} after the last one, ${last}; until it is done.`,
  late: (slot: string) => `Its slot was ${slot}; it leaves late.`,
  atOnce: 'At once: who urges waits for no slot.',
  firstSlot: (at: string) => `At the first slot after ${at}.`,
  rules: (policy: number, calendar: number, years: readonly string[]) =>
    `Counted by policy version ${policy} and calendar version ${calendar}, which knows ${list(years, 'en')}.`,
};
