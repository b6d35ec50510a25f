/** The timeline in English. */
import type { Deadlines } from '../../rules/deadlines.ts';
import type { EventOf } from '../../item/event.ts';
import { list, plural } from '../format.ts';
import type { Names } from '../names.ts';
import type { EventTexts } from '../timeline.ts';
import { enExplanation } from './explanation.ts';
import { enLabels } from './labels.ts';
import { bindings, day, measures } from './phrases.ts';
import type { DateMove } from '../../item/date-move.ts';

/** What others held goes to the unit in days. */
const moved = ({ moved: dates }: { readonly moved: Deadlines | null }): string =>
  dates === null ? '' : ` Due date moved to ${day(dates.dueOn)}.`;

const planMoved = ({ moved: dates }: { readonly moved: Deadlines | null }): string =>
  dates === null ? '' : ` Dates now: ${deadlines(dates)}`;

const deadlines = ({ signDueOn, planDueOn, dueOn }: Deadlines): string =>
  `${signDueOn === null ? '' : `sign by ${day(signDueOn)}, `}measures by ${day(planDueOn)}, due on ${day(dueOn)}.`;

const movedDates = (moves: readonly DateMove[]): string =>
  list(
    moves.map(({ date, from, to }) => `${enExplanation.moved[date]} from ${day(from)} to ${day(to)}`),
    'en',
  );

/** Behind somebody's own words, as a sentence by itself. */
const after = (sentence: string): string => (sentence === '' ? '' : ` (${sentence.trim().replace(/\.$/, '')})`);

const opinion = (text: string): string => (text === '' ? '' : ` ${enLabels.fields.opinion}: ${text}`);

const letterOf = (kind: string, names: Names): string =>
  (({ ...enLabels.letters }) as Partial<Record<string, string>>)[kind] ?? names.letter(kind);

/** A reminder may be a letter. */
const reminded = ({ step }: EventOf<'reminded'>, names: Names): string =>
  `${step.letter === null ? '' : `${letterOf(step.letter, names)}: `}${enLabels.mailLines[step.kind]}; date ${day(step.dueOn)}.`;

function escalated({ step }: EventOf<'escalated'>, names: Names): string {
  const to = list(
    step.to.map((addressee) => enLabels.addressees[addressee].toLowerCase()),
    'en',
  );
  const what = step.letter === null ? 'Overdue notice' : letterOf(step.letter, names);
  const dated =
    step.kind === 'letterUnanswered'
      ? `no answer to the letter of record ${step.ofLetter ?? 0} by ${day(step.dueOn)}`
      : `due on ${day(step.dueOn)}`;
  const more = [
    step.proposesInterview ? ' An interview is proposed.' : '',
    step.lists ? ` ${enLabels.things.listed}.` : '',
  ];
  return `${what} to ${to} (escalation, level ${step.level}); ${dated}.${more.join('')}`;
}

export const enEvents: EventTexts = {
  imported: ({ number, title }) => `Imported as item ${number}: ${title}`,
  assigned: (event, names) =>
    `Assigned to ${names.unit(event.unitId)}; handler ${names.person(event.handlerId)}, lead leader ${names.person(event.leadLeaderId)}.${planMoved(event)}`,
  dispatched: (event) => `Round launched: ${deadlines(event)}`,
  signedFor: () => 'Signed for.',
  disowned: ({ reason }) => `Assignment returned: ${reason}`,
  planSubmitted: ({ measures: planned, rootCause }) =>
    `${plural(planned.length, 'measure')} submitted. ${enLabels.fields.rootCause}: ${rootCause}`,
  planRevised: ({ measures: planned, reason }) => `Revised to ${plural(planned.length, 'measure')}: ${reason}`,
  planApproved: (event) => `Measures approved.${moved(event)}`,
  planReturned: (event) => `Measures returned: ${event.reason}${after(planMoved(event))}`,
  progressReported: ({ text }) => `Progress: ${text}`,
  progressRecorded: ({ text, reporter, reportedOn, isDone, note, name }) => {
    const done = isDone === null ? '' : isDone ? ', as done' : ', as not done';
    const more = note === '' ? '' : `; ${enLabels.fields.note.toLowerCase()}: ${note}`;
    return `Progress recorded for the unit: ${text} (by ${reporter} on ${day(reportedOn)}${done}${more}; see "${name}")`;
  },
  measuresMarked: ({ measureStatuses }, names) =>
    `${list(
      measureStatuses.map(
        ({ measureId, status }) =>
          `Measure ${names.measure(measureId)}: ${enLabels.measureStates[status].toLowerCase()}`,
      ),
      'en',
    )}.`,
  evidenceAdded: ({ name, measureIds, aboutOn }, names) =>
    `Evidence "${name}"${aboutOn === null ? '' : ` of ${day(aboutOn)}`} added for ${measures(measureIds, names)}.`,
  closureRequested: ({ evidenceIds, statement }) =>
    `Closure applied for with ${plural(evidenceIds.length, 'file')} of evidence: ${statement}`,
  withdrawn: (event) => `${enLabels.handedIn[event.what]} withdrawn: ${event.reason}${after(moved(event))}`,
  returned: (event, names) =>
    `Returned (${measures(event.measureIds, names)}), to be completed by ${day(event.dueOn)}: ${event.reason}${after(moved(event))}`,
  endorsed: (event) => `Endorsed.${opinion(event.opinion)}`,
  concurred: (event, names) => `Concurred for ${names.unit(event.unitId)}.${opinion(event.opinion)}`,
  closed: (event) => `Closure approved.${opinion(event.opinion)}`,
  interimAccepted: (event) =>
    `Interim results accepted; next checkpoint on ${day(event.checkpointOn)}.${opinion(event.opinion)}`,
  standingAccepted: (event) => `Accepted as standing; next review on ${day(event.reviewOn)}.${opinion(event.opinion)}`,
  extensionRequested: ({ until, reason }) => `Extension until ${day(until)} requested: ${reason}`,
  extensionGranted: ({ until }) => `Extension granted until ${day(until)}.`,
  extensionRefused: (event) => `Extension refused: ${event.reason}${after(moved(event))}`,
  dueDateSet: ({ dueOn, reason }) => `Due date set to ${day(dueOn)}: ${reason}`,
  datesMoved: ({ moves, rules, reason }) =>
    `Dates moved by policy version ${rules.policy} and calendar version ${rules.calendar}: ${movedDates(moves)}. ${enLabels.fields.reason}: ${reason}`,
  handedOver: ({ as, fromId, toId, reason }, names) =>
    `${bindings(as)}: ${names.person(toId)} takes over from ${names.person(fromId)}. ${enLabels.fields.reason}: ${reason}`,
  dueDateFixed: ({ dueOn, reason }) => `Due date fixed by a higher body, ${day(dueOn)}: ${reason}`,
  pauseRequested: ({ until, reason }) => `Pause until ${day(until)} requested: ${reason}`,
  paused: (event) => `Paused until ${day(event.until)}.${moved(event)}`,
  pauseRefused: (event) => `Pause refused: ${event.reason}${after(moved(event))}`,
  pauseEnded: (event) => `Pause ended: ${event.reason}${after(planMoved(event))}`,
  classified: ({ grade, sources, reason }) =>
    `${enLabels.fields.grade}: ${enLabels.grades[grade].toLowerCase()}${
      sources.length === 0
        ? ''
        : `; found by ${list(
            sources.map((one) => enLabels.sources[one].toLowerCase()),
            'en',
          )}`
    }. ${reason}`,
  cancelled: ({ reason }) => `Cancelled: ${reason}`,
  reopened: ({ reason, dueOn }) => `Reopened, due on ${day(dueOn)}: ${reason}`,
  urged: ({ to, act }) => `Urged: ${enLabels.addressees[to].toLowerCase()}, for "${enLabels.acts[act]}".`,
  letterIssued: ({ letter, reason, answerDueOn }, names) =>
    `${letterOf(letter, names)} issued by hand${answerDueOn === null ? '' : `, to be answered by ${day(answerDueOn)}`}: ${reason}`,
  letterAnswered: ({ letterSeq, answer }) => `Letter of record ${letterSeq} answered: ${answer}`,
  interviewHeld: ({ heldOn, attendees, minutes }) => `Interview held on ${day(heldOn)} with ${attendees}: ${minutes}`,
  unlisted: ({ reason }) => `Listed supervision lifted: ${reason}`,
  reminded,
  escalated,
  pauseExpired: (event) => `The pause is over; work goes on.${planMoved(event)}`,
  checkpointReached: ({ dueOn }) => `Checkpoint reached; work goes on, due on ${day(dueOn)}.`,
  reviewReached: ({ reviewOn, dueOn }) =>
    `Standing review due${dueOn === undefined ? '' : `, to be reported on by ${day(dueOn)}`}; next review on ${day(reviewOn)}.`,
};
