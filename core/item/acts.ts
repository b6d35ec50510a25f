/**
 * The acts that people do on an item: what each has that is data, in one table. Commands, guards, permissions, the bodies of
 * the API, the updates of the workflow and the forms of the page are made of it.
 *
 * What an act does is not data: the fact that it leaves is in decide.ts, what the fact changes in evolve.ts, who is told
 * in mail.ts. docs/how-to-add-an-act.md walks through all of it.
 */
import type { LetterKind, Policy } from '../rules/policy.ts';
import type { LocalDate } from '../time.ts';
import type { Binding } from './binding.ts';
import { admins, jointReviewers, leadLeader, outsideReviewers, unitStaff, type Grant } from './doers.ts';
import type { FindingSource, ItemState, MeasureStatus, PlannedMeasure, RiskGrade, Unproven } from './item.ts';
import type { DateMove } from './date-move.ts';
import type { RulesVersion } from '../rules/rules.ts';

/** What a field holds, by kind; a command's type is made of these. */
export interface FieldValues {
  readonly id: string;
  readonly text: string;
  readonly date: LocalDate;
  readonly bindings: readonly Binding[];
  /** A day that has come. */
  readonly pastDate: LocalDate;
  readonly pastDateOrNone: LocalDate | null;
  readonly letterKind: LetterKind;
  /** A letter of the item, by the fact that called for it. */
  readonly letterSeq: number;
  readonly measureIds: readonly string[];
  readonly measures: readonly PlannedMeasure[];
  readonly unproven: readonly Unproven[];
  readonly moves: readonly DateMove[];
  readonly rulesVersion: RulesVersion;
  readonly measureStatuses: readonly MeasureStatus[];
  /** Null where nothing is said. */
  readonly yesOrNo: boolean | null;
  readonly grade: RiskGrade;
  readonly sources: readonly FindingSource[];
}

/**
 * A field of an act. `least`: characters as people count them, without white space around. `after`: the day that a promised
 * date must be later than; past a due date that is over, later than today. `pastDate`: today or earlier.
 */
export type ActField =
  | { readonly kind: 'text'; readonly least: number }
  | { readonly kind: 'date'; readonly after: 'today' | 'dueOn' }
  | { readonly kind: Exclude<keyof FieldValues, 'text' | 'date'> };

type States = readonly ItemState[];

export type ActJudges = 'plan' | 'application' | 'endorsedApplication' | 'extensionRequest' | 'pauseRequest';

interface ActRules {
  /** The states in which it makes sense; where that depends on the stages of review, for each kind of them. */
  readonly states: States | Readonly<Record<Policy['closureReview'], States>>;
  readonly doers: readonly Grant[];
  /**
   * Whose work it judges: nobody judges their own. An endorsed application was judged once already, and nobody judges it
   * twice.
   */
  readonly judges?: ActJudges;
  /** Asked for many items at once (client/rules/apply.ts, client/forms/progress.ts): no button of one item, and no route. */
  readonly isOfRound?: true;
  /** In the order in which a person thinks, and in which they are checked. */
  readonly fields: Readonly<Record<string, ActField>>;
}

const withUnit = ['assigned', 'planned', 'inProgress', 'reopened'] as const;
const working = ['inProgress', 'reopened', 'interim', 'standing'] as const;
/** A plan is judged before the work begins, and again where it is revised. */
const judged = ['planned', 'inProgress', 'reopened'] as const;
const decided = ['submitted', 'endorsed'] as const;
/** Launched, and somebody is bound to it. */
const carried = ['assigned', 'planned', 'inProgress', ...decided, 'interim', 'standing', 'reopened'] as const;
/** Launched, and not at its end. */
const underWay = ['disowned', ...carried] as const;
const open = ['draft', ...underWay] as const;
const withUnitNow = ['assigned', 'inProgress', 'reopened'] as const;
/** With endorsement required, the outside decision waits for it; without, a submitted application is decided at once. */
const decidedIn = { endorseThenApprove: ['endorsed'], approveOnly: decided } as const;

const id = { kind: 'id' } as const;
const text = { kind: 'text', least: 1 } as const;
const reason = { kind: 'text', least: 10 } as const;
const opinion = { kind: 'text', least: 0 } as const;
const date = { kind: 'date', after: 'today' } as const;
const measureIds = { kind: 'measureIds' } as const;

export const acts = {
  assign: {
    states: ['draft', 'disowned'],
    doers: admins,
    fields: { unitId: id, handlerId: id, leadLeaderId: id },
  },
  signFor: { states: ['assigned'], doers: unitStaff, fields: {} },
  disown: { states: ['assigned'], doers: unitStaff, fields: { reason } },
  submitPlan: {
    states: ['assigned'],
    doers: unitStaff,
    fields: { rootCause: { kind: 'text', least: 2 }, measures: { kind: 'measures' } },
  },
  approvePlan: { states: judged, doers: leadLeader, judges: 'plan', fields: {} },
  returnPlan: { states: judged, doers: leadLeader, judges: 'plan', fields: { reason } },
  revisePlan: {
    states: ['inProgress', 'reopened'],
    doers: unitStaff,
    fields: { rootCause: { kind: 'text', least: 2 }, measures: { kind: 'measures' }, reason },
  },
  reportProgress: { states: working, doers: unitStaff, fields: { text } },
  recordProgress: {
    states: carried,
    doers: admins,
    isOfRound: true,
    fields: {
      reporter: text,
      text,
      isDone: { kind: 'yesOrNo' },
      reportedOn: { kind: 'pastDate' },
      note: opinion,
      evidenceId: id,
    },
  },
  markMeasures: { states: working, doers: unitStaff, fields: { measureStatuses: { kind: 'measureStatuses' } } },
  addEvidence: {
    states: working,
    doers: unitStaff,
    fields: { evidenceId: id, measureIds, aboutOn: { kind: 'pastDateOrNone' } },
  },
  requestClosure: {
    states: ['inProgress', 'reopened', 'standing'],
    doers: unitStaff,
    fields: { unproven: { kind: 'unproven' }, statement: reason },
  },
  withdraw: { states: [...withUnit, 'submitted'], doers: unitStaff, fields: { reason } },
  return: {
    states: decided,
    doers: [...leadLeader, ...jointReviewers, ...outsideReviewers],
    judges: 'application',
    fields: { measureIds, reason, dueOn: date },
  },
  endorse: {
    states: { endorseThenApprove: ['submitted'], approveOnly: [] },
    doers: leadLeader,
    judges: 'application',
    fields: { opinion },
  },
  concur: {
    states: decidedIn,
    doers: jointReviewers,
    judges: 'endorsedApplication',
    fields: { opinion },
  },
  approveClosure: {
    states: decidedIn,
    doers: outsideReviewers,
    judges: 'endorsedApplication',
    fields: { opinion },
  },
  acceptInterim: {
    states: decidedIn,
    doers: outsideReviewers,
    judges: 'endorsedApplication',
    fields: { opinion: text, checkpointOn: date },
  },
  acceptStanding: {
    states: decidedIn,
    doers: outsideReviewers,
    judges: 'endorsedApplication',
    fields: { opinion: text, reviewOn: date },
  },
  requestExtension: {
    states: withUnit,
    doers: unitStaff,
    fields: { until: { kind: 'date', after: 'dueOn' }, reason, progress: text },
  },
  grantExtension: { states: withUnit, doers: outsideReviewers, judges: 'extensionRequest', fields: {} },
  refuseExtension: { states: withUnit, doers: outsideReviewers, judges: 'extensionRequest', fields: { reason } },
  setDueDate: {
    states: withUnit,
    doers: outsideReviewers,
    fields: { dueOn: { kind: 'date', after: 'dueOn' }, reason },
  },
  moveDates: {
    states: underWay,
    doers: admins,
    isOfRound: true,
    fields: { moves: { kind: 'moves' }, rules: { kind: 'rulesVersion' }, reason },
  },
  handOver: {
    states: carried,
    doers: admins,
    fields: { as: { kind: 'bindings' }, fromId: id, toId: id, reason },
  },
  fixDueDate: { states: withUnit, doers: outsideReviewers, fields: { dueOn: date, reason } },
  requestPause: { states: withUnit, doers: [...unitStaff, ...outsideReviewers], fields: { pausedUntil: date, reason } },
  grantPause: { states: withUnit, doers: outsideReviewers, judges: 'pauseRequest', fields: {} },
  refusePause: { states: withUnit, doers: outsideReviewers, judges: 'pauseRequest', fields: { reason } },
  endPause: { states: withUnit, doers: outsideReviewers, fields: { reason } },
  classify: {
    states: underWay,
    doers: outsideReviewers,
    fields: { grade: { kind: 'grade' }, sources: { kind: 'sources' }, reason },
  },
  urge: { states: underWay.filter((state) => state !== 'interim'), doers: outsideReviewers, fields: {} },
  issueLetter: { states: withUnitNow, doers: outsideReviewers, fields: { letter: { kind: 'letterKind' }, reason } },
  answerLetter: {
    states: withUnitNow,
    doers: unitStaff,
    fields: { letterSeq: { kind: 'letterSeq' }, answer: reason },
  },
  recordInterview: {
    states: underWay,
    doers: outsideReviewers,
    fields: { heldOn: { kind: 'pastDate' }, attendees: { kind: 'text', least: 2 }, minutes: reason },
  },
  unlist: { states: underWay, doers: outsideReviewers, fields: { reason } },
  cancel: { states: open, doers: admins, fields: { reason } },
  reopen: { states: ['closed'], doers: outsideReviewers, fields: { reason, dueOn: date } },
} as const satisfies Readonly<Record<string, ActRules>>;

export type CommandType = keyof typeof acts;

/** In the order of an item's life. */
export const commandTypes = Object.keys(acts) as [CommandType, ...CommandType[]];

/** The rules of an act, whichever it is. */
export const rulesOfAct = (type: CommandType): ActRules => acts[type];

/** Those that a person does to one item. */
export const actsOfItems: readonly CommandType[] = commandTypes.filter((type) => rulesOfAct(type).isOfRound !== true);

export function allowedIn(type: CommandType, { closureReview }: Policy): States {
  const { states } = rulesOfAct(type);
  return 'approveOnly' in states ? states[closureReview] : states;
}
