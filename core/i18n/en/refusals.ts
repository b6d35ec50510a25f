/** Every "no" in English: fact, rule, way out. */
import { grants, type Act } from '../../item/roles.ts';
import { agreeing, list, plural, sentenceTime, wholeNumber } from '../format.ts';
import { statesElsewhere, type RefusalTexts } from '../refusal-texts.ts';
import { enExplanation } from './explanation.ts';
import { enLabels } from './labels.ts';
import { bindings, day, measures, units } from './phrases.ts';

const actName = (act: Act): string => ({ ...enLabels.recordActs, ...enLabels.acts })[act];

const doersOf = (act: Act): string =>
  list([...new Set(grants[act].map(({ role, scope }) => enLabels.doers[role][scope]))], 'en');

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
  notAsked: ({ awaited }, names) => [
    'Your unit is not awaited in the joint review now, or has answered.',
    awaited.length === 0 ? 'The joint review is complete.' : `Awaited now: ${units(awaited, names)}.`,
    reload,
  ],
  jointReviewOpen: ({ awaited }, names) => [
    'The joint review is still open.',
    `The decision waits until ${units(awaited, names)} concurred.`,
    'Urge them, or return the application with a reason.',
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
  evidenceMissing: ({ measureIds, least, asked }, names) => [
    `Closure cannot be applied for yet: ${measures(measureIds, names)} ${agreeing(measureIds.length, 'has', 'have')} ${least > 1 || asked.length > 0 ? 'too little' : 'no'} evidence.`,
    `Each measure needs at least ${least === 1 ? 'one file' : plural(least, 'file')}${asked.length === 0 ? '' : `, and one for each that the plan asks for: ${list(asked, 'en')}`}.`,
    'Add it, or state why none is needed.',
  ],
  nothingSince: ({ since }) => [
    `Nothing was handed in since the interim results of ${sentenceTime(since, 'en')}.`,
    'After a checkpoint an application needs evidence of that stage, or a reason for each measure.',
    'Add evidence, or say why there is none.',
  ],
  justificationNeeded: ({ accepted, least, given }) => [
    `Interim results were accepted ${plural(accepted, 'time')}, and "${enLabels.fields.opinion}" has ${plural(given, 'character')}.`,
    `Another time needs a justification of at least ${plural(least, 'character')}.`,
    'Justify it, or approve or return the application.',
  ],
  sameEvidence: ({ name }) => [
    `"${name}" was handed in before, with the same content.`,
    'One file counts once for a measure.',
    'Choose another file, or link it to another measure.',
  ],
  handedInAlready: ({ name }) => [
    `"${name}" is part of the evidence already.`,
    'An uploaded file is handed in once.',
    'For another measure, upload it again.',
  ],
  dateAhead: ({ given, today }) => [
    `${capital(day(given))} has not come yet.`,
    `The date of the material is ${day(today)} or earlier.`,
    'Choose the date again, or leave it empty.',
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
  dateTooLate: ({ given, latest }) => [
    `${capital(day(given))} is too late.`,
    `A higher body set the due date, ${day(latest)}; nothing may be asked for later.`,
    'Choose an earlier working day.',
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
  nothingToWithdraw: () => [
    'Nothing waits for a decision that could be withdrawn.',
    'An application, a plan or a request for more time can be withdrawn until it is decided.',
    reload,
  ],
  paused: ({ until }) => [
    `The item is paused until ${day(until)}.`,
    'Progress and evidence can be handed in meanwhile.',
    'Ask the inspection office to end the pause, or wait for its end.',
  ],
  notPaused: () => ['The item is not paused.', 'A pause can be ended while it lasts.', reload],
  pausePending: ({ until }) => [
    `A request for a pause until ${day(until)} waits for a decision.`,
    'There can be one request at a time.',
    'Wait for the decision, then ask again if needed.',
  ],
  noPauseRequest: () => [
    'No pause is waiting for a decision.',
    'A pause is granted or refused once it has been requested.',
    reload,
  ],
  dueDateFixed: ({ dueOn }) => [
    `A higher body set the due date, ${day(dueOn)}.`,
    'It cannot be extended or set here.',
    'Ask the inspection office to obtain another date from above.',
  ],
  noRevision: () => [
    'No revised measures wait for a decision.',
    'While work is under way, measures are judged once they are revised.',
    reload,
  ],
  revisionPending: () => [
    'Revised measures wait for a decision.',
    'There can be one revision at a time.',
    'Wait for the decision, or withdraw them first.',
  ],
  tooManyAsked: ({ most, given }) => [
    `One measure asks for ${plural(given, 'file')} of evidence.`,
    `A measure may ask for up to ${most}.`,
    'Combine some of them.',
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
  noDates: () => [
    'No date is named that would move.',
    'Each date that moves is named, old and new.',
    'Look at the preview again.',
  ],
  dateNotAsSeen: ({ date, seen }) => [
    `A date of this item (${enExplanation.moved[date]}) is not, or not any more, ${day(seen)}.`,
    'What moves is what was seen in the preview.',
    'Look at the preview again, then apply it.',
  ],
  notBound: ({ personId, as, bound }, names) => [
    as.length === 0
      ? 'Nothing is chosen to be handed over.'
      : `This item does not name ${names.person(personId)} as ${bindings(as).toLowerCase()}.`,
    bound.length === 0
      ? 'Only what a person holds can be handed over.'
      : `It names them as ${bindings(bound).toLowerCase()}.`,
    reload,
  ],
  sameSuccessor: ({ personId }, names) => [
    `The successor named is ${names.person(personId)} again.`,
    'A hand-over brings in another person.',
    'Choose somebody else.',
  ],
  wouldJudgeOwn: ({ personId }, names) => [
    `As lead leader, ${names.person(personId)} would review what they carry or have handed in.`,
    'Nobody reviews what is their own.',
    'Choose somebody else.',
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
