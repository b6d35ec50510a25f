/** What a person has typed into the form of an act, and the body that it becomes. */
import { rulesOfAct, type CommandType } from '../../../core/item/acts.ts';
import type { Binding } from '../../../core/item/binding.ts';
import type { FindingSource, Item, MeasureStatus, PlannedMeasure, RiskGrade } from '../../../core/item/item.ts';
import { addWorkingDays } from '../../../core/rules/calendar.ts';
import { settle } from '../../../core/rules/deadlines.ts';
import { letterRules } from '../../../core/rules/policy.ts';
import type { Rules } from '../../../core/rules/rules.ts';
import { addMonths, type LocalDate } from '../../../core/time.ts';

/** One shape for all acts: a draft is JSON in the browser's store, and most fields are shared. */
export interface ActDraft {
  readonly reason: string;
  readonly rootCause: string;
  readonly text: string;
  readonly statement: string;
  readonly opinion: string;
  readonly progress: string;
  readonly answer: string;
  readonly attendees: string;
  readonly minutes: string;
  /** A kind of letter. */
  readonly letter: string;
  /** The letter answered, by its fact; empty before one is chosen. */
  readonly letterSeq: string;
  readonly heldOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly until: LocalDate;
  readonly pausedUntil: LocalDate;
  readonly checkpointOn: LocalDate;
  readonly reviewOn: LocalDate;
  readonly measureIds: readonly string[];
  readonly measures: readonly PlannedMeasure[];
  readonly measureStatuses: readonly MeasureStatus[];
  readonly grade: RiskGrade;
  readonly sources: readonly FindingSource[];
  /** Why a measure has no evidence, by its id. */
  readonly unproven: Readonly<Record<string, string>>;
  readonly unitId: string;
  readonly handlerId: string;
  readonly leadLeaderId: string;
  readonly as: readonly Binding[];
  readonly fromId: string;
  readonly toId: string;
}

/** A plan begins with the measures of the document, a revised one with those in force. */
export const plannedFirst = (act: FormAct, item: Item, sourceMeasures: readonly string[]): PlanDraft =>
  act === 'revisePlan'
    ? {
        rootCause: item.plan?.rootCause ?? '',
        measures: item.measures.map(({ text, ownerId, dueOn, kind, asks }) => ({ text, ownerId, dueOn, kind, asks })),
      }
    : {
        rootCause: '',
        measures: (sourceMeasures.length === 0 ? [''] : sourceMeasures).map(unplanned),
      };

type PlanDraft = Pick<ActDraft, 'rootCause' | 'measures'>;

/** A measure of which only the words are known. */
export const unplanned = (text: string): PlannedMeasure => ({ text, ownerId: null, dueOn: null });

/** Dates that the policy suggests are filled in; a person may change them. */
export function blankDraft(planned: PlanDraft, { policy, calendar }: Rules, today: LocalDate): ActDraft {
  const inMonths = (months: number) =>
    settle({ ...policy, dueOnDayOff: 'nextWorkingDay' }, calendar, addMonths(today, months));
  return {
    reason: '',
    ...planned,
    text: '',
    statement: '',
    opinion: '',
    progress: '',
    answer: '',
    attendees: '',
    minutes: '',
    letter: letterRules(policy)[0]?.kind ?? '',
    letterSeq: '',
    heldOn: today,
    dueOn: addWorkingDays(calendar, today, policy.returnDueWorkingDays),
    until: '',
    pausedUntil: '',
    checkpointOn: inMonths(policy.interimCheckpointMonths),
    reviewOn: inMonths(policy.standingReviewMonths),
    measureIds: [],
    measureStatuses: [],
    grade: 'medium',
    sources: [],
    unproven: {},
    unitId: '',
    handlerId: '',
    leadLeaderId: '',
    as: [],
    fromId: '',
    toId: '',
  };
}

/** Evidence has its own form: files, each of them one command. */
export type FormAct = Exclude<CommandType, 'addEvidence'>;

/**
 * What the act carries, out of everything that a draft holds.
 * @param unproven ids of the measures without enough evidence: a reason typed for another one is not seen, so it is not sent
 */
export const bodyOf = (act: FormAct, draft: ActDraft, unproven: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries<unknown>(
    Object.entries(rulesOfAct(act).fields).map(([name, { kind }]) => {
      if (kind === 'unproven') return [name, reasonsGiven(draft, unproven)];
      if (kind === 'measures') return [name, draft.measures.map(withoutBlankLines)];
      const value = draft[name as keyof ActDraft];
      if (kind === 'letterSeq') return [name, Number(value)];
      // What is no date is refused in words; what is longer than any date would be refused as a body.
      return [name, kind === 'date' && typeof value === 'string' ? value.slice(0, 10) : value];
    }),
  );

/** A line that was left empty asks for nothing. */
const withoutBlankLines = ({ asks = [], ...measure }: PlannedMeasure): PlannedMeasure => ({
  ...measure,
  asks: asks.filter((one) => one.trim() !== ''),
});

const reasonsGiven = (draft: ActDraft, unproven: readonly string[]) =>
  unproven.flatMap((measureId) => {
    const reason = draft.unproven[measureId] ?? '';
    return reason.trim() === '' ? [] : [{ measureId, reason }];
  });
