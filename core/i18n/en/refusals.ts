/** Every "no" in English: fact, rule, way out. */
import { grants, type Act } from '../../item/roles.ts';
import { agreeing, list, plural, sentenceDate, sentenceTime, wholeNumber } from '../format.ts';
import { statesElsewhere, type RefusalTexts } from '../refusal-texts.ts';
import type { Names } from '../names.ts';
import { enLabels } from './labels.ts';

const day = (date: string): string => sentenceDate(date, 'en');

const actName = (act: Act): string => ({ ...enLabels.recordActs, ...enLabels.acts })[act];

const doersOf = (act: Act): string =>
  list([...new Set(grants[act].map(({ role, scope }) => enLabels.doers[role][scope]))], 'en');

const measures = (ids: readonly string[], names: Names): string =>
  `${agreeing(ids.length, 'measure')} ${list(ids.map(names.measure), 'en')}`;

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const reload = 'Reload the page to see where the item stands.';

export const enRefusals: RefusalTexts = {
  notAllowedInState: (refusal) => {
    const elsewhere = statesElsewhere(refusal).map((state) => `"${enLabels.states[state]}"`);
    return [
      `The item is "${enLabels.states[refusal.state]}", so "${enLabels.acts[refusal.command]}" cannot be done now.`,
      elsewhere.length === 0
        ? 'The policy of this round has no such step.'
        : `It can be done while the item is ${list(elsewhere, 'en').replace(' and ', ' or ')}.`,
      reload,
    ];
  },
  notYours: ({ act }) => [
    `"${actName(act)}" is not open to this account here.`,
    `It is done by ${doersOf(act)}.`,
    'Pass it on to them, or ask the rectification office to change who does what.',
  ],
  ownApplication: () => [
    'You submitted this yourself, or it contains evidence of yours.',
    'Someone else must review it.',
    'Ask the lead leader or another reviewer of the rectification office.',
  ],
  alreadyReviewed: () => [
    'You reviewed this application at the stage before.',
    'One person cannot review both stages.',
    'Leave the decision to another reviewer outside the responsible unit.',
  ],
  notSignedFor: () => [
    'The item has not been signed for.',
    'Measures can be submitted after it is signed for.',
    'Sign for the item, then submit the measures.',
  ],
  alreadySignedFor: ({ by }, names) => [
    `This item has been signed for by ${names.person(by)}.`,
    'Each assignment is signed for once.',
    'Go on with the next step.',
  ],
  assignmentFinal: ({ returns }) => [
    `The assignment of this item was returned ${plural(returns, 'time')}.`,
    'After two returns the rectification office decides, and its decision stands.',
    'Raise remaining doubts with the rectification office in writing.',
  ],
  textTooShort: ({ field, least, given }) => [
    `"${enLabels.fields[field]}" has ${plural(given, 'character')}.`,
    `It needs at least ${wholeNumber(least)}.`,
    'Say a little more, then send it again.',
  ],
  textTooLong: ({ field, most, given }) => [
    `"${enLabels.fields[field]}" has ${plural(given, 'character')}.`,
    `It may have up to ${wholeNumber(most)}.`,
    'Shorten it, and add the details as evidence.',
  ],
  noMeasures: () => [
    'There are no measures yet.',
    'At least one is needed.',
    'Add a measure, then submit the measures.',
  ],
  tooManyMeasures: ({ most, given }) => [
    `There are ${plural(given, 'measure')}.`,
    `An item may have up to ${wholeNumber(most)}.`,
    'Merge measures that are alike, then submit them.',
  ],
  measureTooLate: ({ index, dueOn, latest }) => [
    `Measure ${index} is due on ${day(dueOn)}, after the item itself.`,
    `A measure may be due up to ${day(latest)}.`,
    'Choose an earlier date, or request an extension of the item first.',
  ],
  unknownMeasures: ({ measureIds, known }, names) => [
    `This item has no ${measures(measureIds, names)}.`,
    known.length === 0 ? 'It has no measures yet.' : `It has ${measures(known, names)}.`,
    'Reload the page and choose again.',
  ],
  noMeasureNamed: () => ['No measure is chosen.', 'At least one is needed.', 'Choose the measures this is about.'],
  evidenceMissing: ({ measureIds, least }, names) => [
    `Closure cannot be applied for yet: ${measures(measureIds, names)} ${agreeing(measureIds.length, 'has', 'have')} ${least > 1 ? 'too little' : 'no'} evidence.`,
    `Each measure needs at least ${least === 1 ? 'one file' : plural(least, 'file')}.`,
    'Add it, or state why none is needed.',
  ],
  sameEvidence: ({ name }) => [
    `"${name}" was handed in before, with the same content.`,
    'One file counts once for a measure.',
    'Choose another file, or link it to another measure.',
  ],
  notADate: ({ given }) => [
    `"${given}" is not a day of the calendar.`,
    'A date looks like 2025-03-04.',
    'Choose the date again.',
  ],
  dateNotLater: ({ given, after }) => [
    `${capital(day(given))} is too early.`,
    `The date must be later than ${day(after)}.`,
    'Choose a later working day.',
  ],
  dayOff: ({ given, before, after }) => [
    `${capital(day(given))} is a day off.`,
    'A due date must be a working day.',
    `Choose ${day(before)} or ${day(after)}.`,
  ],
  extensionTooLate: ({ dueOn }) => [
    `This item was due on ${day(dueOn)}.`,
    'An extension can only be requested before the due date.',
    'Report progress with the reason to the rectification office.',
  ],
  extensionPending: ({ until }) => [
    `A request for an extension until ${day(until)} waits for a decision.`,
    'There can be one request at a time.',
    'Wait for the decision, then ask again if needed.',
  ],
  noExtensionRequest: () => [
    'No extension is waiting for a decision.',
    'An extension is granted or refused once it has been requested.',
    reload,
  ],
  tooManyExtensions: ({ most }) => [
    most === 0
      ? 'The policy of this round has no extensions.'
      : `This item was extended ${plural(most, 'time')} before.`,
    most === 0 ? 'The due date stands.' : `Up to ${plural(most, 'extension')} can be granted.`,
    'Report progress with the reason to the rectification office.',
  ],
  ownRequest: () => [
    'You requested this extension yourself.',
    'Someone else must decide on it.',
    'Leave it to another reviewer.',
  ],
  nobodyToUrge: () => [
    'Nobody is waited for: the item rests until a date.',
    'Whoever is to act next can be urged.',
    'Look at the item again when that date has come.',
  ],
  urgedLately: ({ at, again }) => [
    `This item was urged on ${sentenceTime(at, 'en')}.`,
    'It is urged once in 24 hours, by whomever.',
    `It can be urged again from ${sentenceTime(again, 'en')}.`,
  ],
  unknownLetter: ({ given, known }) => [
    `The rules of this round know no letter "${given}".`,
    `They know ${list(known, 'en')}.`,
    'Choose one of them.',
  ],
  noLetterToAnswer: () => [
    'No letter waits for an answer.',
    'A letter of which the rules want an answer is answered once.',
    reload,
  ],
  otherLetter: ({ given, waiting }) => [
    `The letter of record ${wholeNumber(given)} does not wait for an answer.`,
    `Waiting: ${list(waiting.map(String), 'en')}.`,
    'Choose one of them.',
  ],
  dateNotPast: ({ given, latest }) => [
    `${day(given)} has not come yet.`,
    `What was held was held by ${day(latest)}.`,
    'Choose the day on which it was.',
  ],
  notListed: () => [
    'This item is not under listed supervision.',
    'Only what is listed can be taken from the list.',
    reload,
  ],
  busy: ({ waiting }) => [
    `${plural(waiting, 'act')} on this item ${agreeing(waiting, 'is', 'are')} still being recorded.`,
    'The acts on one item are done one after the other.',
    'Wait a moment, then try again.',
  ],
  notRecorded: () => [
    'The ledger cannot keep this act; the item is unchanged.',
    'The operator has been told.',
    'Check what you entered and try again; if it stays so, tell an admin.',
  ],
};
