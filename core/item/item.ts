/** What an item is: its state and the facts that brought it there. Nothing here decides; see decide.ts and evolve.ts. */
import type { Deadlines } from '../rules/deadlines.ts';
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
  /** In whose place; left out where in their own. */
  readonly forId?: string;
  readonly at: Instant;
}

export interface ReasonedDeed extends Deed {
  readonly reason: string;
}

/**
 * What a measure brings: rules 建章立制 · recovery 挽回损失 · accountability 追责问责 · readAcross 举一反三 · campaign 专项整治
 */
export const measureKinds = ['rules', 'recovery', 'accountability', 'readAcross', 'campaign'] as const;

export type MeasureKind = (typeof measureKinds)[number];

export const measureStates = ['underWay', 'done'] as const;

/** How a measure stands, as its unit reports. */
export interface MeasureStatus {
  readonly measureId: string;
  readonly status: (typeof measureStates)[number];
}

/** A corrective measure of the plan. `id` is stable within the item (`m1`, `m2` …). */
export interface Measure {
  readonly id: string;
  readonly text: string;
  readonly ownerId: string | null;
  readonly dueOn: LocalDate | null;
  readonly kind: MeasureKind | null;
  /** The evidence asked for in advance, each by its name: as many files at least must be there. */
  readonly asks: readonly string[];
  /** Null until its unit has said how it stands. */
  readonly progress: (Deed & Pick<MeasureStatus, 'status'>) | null;
}

/** A measure as the unit hands it in; the item gives the id. */
export type PlannedMeasure = Pick<Measure, 'text' | 'ownerId' | 'dueOn'> & Partial<Pick<Measure, 'kind' | 'asks'>>;

interface Plan extends Deed {
  readonly rootCause: string;
}

/** A plan that its unit wants to have instead, until the lead leader has judged it. */
interface Revision extends Plan {
  readonly measures: readonly Measure[];
}

/** How much depends on an item, as the inspection office sees it. */
export const riskGrades = ['high', 'medium', 'low'] as const;

export type RiskGrade = (typeof riskGrades)[number];

/** Who found it: 巡察 · 巡视 · 审计 · 自查 · 回头看 · 信访. One finding may come from several. */
export const findingSources = ['inspection', 'higherInspection', 'audit', 'selfCheck', 'lookBack', 'petition'] as const;

export type FindingSource = (typeof findingSources)[number];

/** A file handed in as evidence. The bytes lie in the content-addressed store under `sha256` (hex). */
export interface Evidence extends Deed {
  /** Of its record, made at the upload. */
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly measureIds: readonly string[];
  /** The day that the material tells of. */
  readonly aboutOn: LocalDate | null;
}

/** Why a measure has no evidence, in the applicant's words. */
export interface Unproven {
  readonly measureId: string;
  readonly reason: string;
}

/** An application for closure. It pins the evidence that the reviewers will see; `from` is where a withdrawal leads back to. */
export interface Application extends Deed {
  readonly from: ItemState;
  readonly statement: string;
  readonly evidenceIds: readonly string[];
  readonly unproven: readonly Unproven[];
  /** Units that are asked before the outside decision, stage by stage; none where the rules ask for no joint review. */
  readonly stages: readonly (readonly string[])[];
  /** What they have said so far, each for its unit. */
  readonly consents: readonly Consent[];
}

interface Consent extends Verdict {
  readonly unitId: string;
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

/** What the unit took back before anybody decided it; `handedInAt` tells which one it was. */
interface Withdrawal extends ReasonedDeed {
  readonly what: HandedIn;
  readonly handedInAt: Instant;
}

/** What a unit hands in for others to decide, and may take back until they have. */
export type HandedIn = 'plan' | 'revision' | 'application' | 'extensionRequest';

interface PauseRequest extends ReasonedDeed {
  readonly until: LocalDate;
}

/** `by` agreed that the item rests until the day `until`, for the reason of `requestedBy`. */
export interface Pause extends ReasonedDeed {
  readonly requestedBy: string;
  readonly until: LocalDate;
  /** As they stood when it began: what is set while it lasts is meant so, and not moved by its end. */
  readonly dates: Deadlines;
}

interface EndedPause extends Pause {
  readonly endedAt: Instant;
}

/** A granted extension: `by` granted what `requestedBy` asked for; `from` is the due date it replaced. */
interface Extension extends ReasonedDeed {
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
  /** Null until the inspection office has graded it. */
  readonly grade: RiskGrade | null;
  readonly sources: readonly FindingSource[];
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
  /** Set by a higher body (上级): neither pauses nor reviews move it, and no extension does. */
  readonly dueIsFixed: boolean;
  readonly signature: Deed | null;
  readonly disownments: readonly ReasonedDeed[];
  readonly measures: readonly Measure[];
  readonly plan: Plan | null;
  /** The highest number that a measure ever had. */
  readonly lastMeasure: number;
  readonly revision: Revision | null;
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
  readonly pauseRequest: PauseRequest | null;
  readonly pauseRefusals: readonly ReasonedDeed[];
  readonly pause: Pause | null;
  readonly pauses: readonly EndedPause[];
  readonly withdrawals: readonly Withdrawal[];
  readonly interim: (Verdict & { readonly checkpointOn: LocalDate }) | null;
  readonly standing: (Verdict & { readonly reviewOn: LocalDate }) | null;
  /** Each time that a stage was accepted since it was launched or reopened. */
  readonly interims: readonly Deed[];
  readonly reopenings: readonly ReasonedDeed[];
  readonly cancellation: ReasonedDeed | null;
  readonly letters: readonly AwaitedLetter[];
  /** When it was last urged by hand. */
  readonly urgedAt: Instant | null;
  /** Since when it is under listed supervision; null when it is not, or no longer. */
  readonly listedAt: Instant | null;
  readonly stepsTaken: readonly StepTaken[];
}

/** Finished for the workflow: only a reopening brings it back. */
export const isFinished = ({ state }: Pick<Item, 'state'>): boolean => state === 'closed' || state === 'cancelled';
