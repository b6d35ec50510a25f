/** What an item is: its state and the facts that brought it there. Nothing here decides; see decide.ts and evolve.ts. */
import type { Instant, LocalDate } from '../time.ts';

/**
 * The twelve states of an item. Overdue, the light and the escalation level are derived (light.ts), never stored as state.
 *
 * draft 待交办 · assigned 已交办 · disowned 已退回交办 · planned 已报措施 · inProgress 整改中 · submitted 已申请销号 ·
 * endorsed 已审核 · closed 已销号 · interim 阶段性成效 · standing 长期坚持 · reopened 重新整改 · cancelled 已撤销
 */
export type ItemState =
  | 'draft'
  | 'assigned'
  | 'disowned'
  | 'planned'
  | 'inProgress'
  | 'submitted'
  | 'endorsed'
  | 'closed'
  | 'interim'
  | 'standing'
  | 'reopened'
  | 'cancelled';

export const itemStates: readonly ItemState[] = [
  'draft',
  'assigned',
  'disowned',
  'planned',
  'inProgress',
  'submitted',
  'endorsed',
  'closed',
  'interim',
  'standing',
  'reopened',
  'cancelled',
];

/** Who did it, and when. */
export interface Deed {
  readonly by: string;
  readonly at: Instant;
}

export interface ReasonedDeed extends Deed {
  readonly reason: string;
}

/** A corrective measure of the plan. `id` is stable within the item (`m1`, `m2` …). */
export interface Measure {
  readonly id: string;
  readonly text: string;
  readonly ownerId: string | null;
  readonly dueOn: LocalDate | null;
}

/** A measure as the unit hands it in; the item gives the id. */
export type PlannedMeasure = Omit<Measure, 'id'>;

interface Plan extends Deed {
  readonly rootCause: string;
}

/** A file handed in as evidence. The bytes lie in the content-addressed store under `sha256` (hex). */
export interface Evidence extends Deed {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly measureIds: readonly string[];
}

/** Why a measure has no evidence, in the applicant's words. */
export interface Unproven {
  readonly measureId: string;
  readonly reason: string;
}

/** An application for closure. It pins the evidence that the reviewers will see. */
interface Application extends Deed {
  readonly statement: string;
  readonly evidenceIds: readonly string[];
  readonly unproven: readonly Unproven[];
}

/** A decision on an application, with the evidence it saw. */
interface Verdict extends Deed {
  readonly opinion: string;
  readonly evidenceIds: readonly string[];
}

interface Return extends ReasonedDeed {
  readonly measureIds: readonly string[];
  readonly dueOn: LocalDate;
}

interface ExtensionRequest extends ReasonedDeed {
  readonly progress: string;
  readonly until: LocalDate;
}

/** A granted extension: `by` granted what `requestedBy` asked for; `from` is the due date it replaced. */
export interface Extension extends ReasonedDeed {
  readonly requestedBy: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** A step of a ladder that was taken; its key names the deadline it belongs to, so a moved deadline starts a new ladder. */
interface StepTaken {
  readonly key: string;
  readonly at: Instant;
}

/** A letter of which an answer is waited for. */
export interface AwaitedLetter {
  /** The fact that called for it. */
  readonly seq: number;
  readonly at: Instant;
  /** The step of the ladder that the item had reached with it. */
  readonly level: number;
  readonly answerDueOn: LocalDate;
  readonly answeredAt: Instant | null;
}

export interface Item {
  readonly roundId: string;
  readonly itemId: string;
  /** The number printed in the feedback document, with that of its part: `2.3`. */
  readonly number: string;
  readonly state: ItemState;
  /** The number of the last event; the first is 1. */
  readonly seq: number;
  /** Fix at once (立行立改): no plan review. */
  readonly immediate: boolean;
  readonly unitId: string | null;
  readonly handlerId: string | null;
  readonly leadLeaderId: string | null;
  readonly dispatchedAt: Instant | null;
  /** When the unit that carries it got it: at the dispatch, or later from another unit. Null before the launch. */
  readonly assignedAt: Instant | null;
  readonly signDueOn: LocalDate | null;
  readonly planDueOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  /** The due date at dispatch: kept for ever, so that extensions stay visible. */
  readonly firstDueOn: LocalDate | null;
  /** When `dueOn` was last set: steps of the ladder that lie before are not made up for. */
  readonly dueSetAt: Instant | null;
  readonly signature: Deed | null;
  readonly disownments: readonly ReasonedDeed[];
  readonly measures: readonly Measure[];
  readonly plan: Plan | null;
  readonly planApproval: Deed | null;
  readonly planReturns: readonly ReasonedDeed[];
  /** The newest report. */
  readonly progress: Deed | null;
  readonly evidence: readonly Evidence[];
  readonly application: Application | null;
  readonly endorsement: Verdict | null;
  readonly returns: readonly Return[];
  readonly closure: Verdict | null;
  readonly extensionRequest: ExtensionRequest | null;
  readonly extensions: readonly Extension[];
  readonly extensionRefusals: readonly ReasonedDeed[];
  readonly interim: (Verdict & { readonly checkpointOn: LocalDate }) | null;
  readonly standing: (Verdict & { readonly reviewOn: LocalDate }) | null;
  readonly reopenings: readonly ReasonedDeed[];
  readonly cancellation: ReasonedDeed | null;
  readonly letters: readonly AwaitedLetter[];
  /** When it was last urged by hand. */
  readonly urgedAt: Instant | null;
  /** Since when it is under listed supervision; null when it is not, or no longer. */
  readonly listedAt: Instant | null;
  readonly stepsTaken: readonly StepTaken[];
}

/** An item as it stands before its first event. */
export function blankItem(roundId: string, itemId: string): Item {
  return {
    roundId,
    itemId,
    number: '',
    state: 'draft',
    seq: 0,
    immediate: false,
    unitId: null,
    handlerId: null,
    leadLeaderId: null,
    dispatchedAt: null,
    assignedAt: null,
    signDueOn: null,
    planDueOn: null,
    dueOn: null,
    firstDueOn: null,
    dueSetAt: null,
    signature: null,
    disownments: [],
    measures: [],
    plan: null,
    planApproval: null,
    planReturns: [],
    progress: null,
    evidence: [],
    application: null,
    endorsement: null,
    returns: [],
    closure: null,
    extensionRequest: null,
    extensions: [],
    extensionRefusals: [],
    interim: null,
    standing: null,
    reopenings: [],
    cancellation: null,
    letters: [],
    urgedAt: null,
    listedAt: null,
    stepsTaken: [],
  };
}

/** Finished for the workflow: only a reopening brings it back. */
export const isFinished = ({ state }: Pick<Item, 'state'>): boolean => state === 'closed' || state === 'cancelled';
