/** What a person has typed into the form of an act, and the body that it becomes. */
import type { ActBody } from '../../../api/contract.ts';
import { addWorkingDays } from '../../../core/rules/calendar.ts';
import type { CommandType, PlannedMeasure } from '../../../core/item/command.ts';
import { settle } from '../../../core/rules/deadlines.ts';
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
  readonly dueOn: LocalDate;
  readonly until: LocalDate;
  readonly checkpointOn: LocalDate;
  readonly reviewOn: LocalDate;
  readonly measureIds: readonly string[];
  readonly measures: readonly PlannedMeasure[];
  /** Why a measure has no evidence, by its id. */
  readonly unproven: Readonly<Record<string, string>>;
  readonly unitId: string;
  readonly handlerId: string;
  readonly leadLeaderId: string;
}

/** Dates that the policy suggests are filled in; a person may change them. */
export function blankDraft(sourceMeasures: readonly string[], { policy, calendar }: Rules, today: LocalDate): ActDraft {
  const inMonths = (months: number) =>
    settle({ ...policy, dueOnDayOff: 'nextWorkingDay' }, calendar, addMonths(today, months));
  const measures = sourceMeasures.length === 0 ? [''] : sourceMeasures;
  return {
    reason: '',
    rootCause: '',
    text: '',
    statement: '',
    opinion: '',
    progress: '',
    dueOn: addWorkingDays(calendar, today, policy.returnDueWorkingDays),
    until: '',
    checkpointOn: inMonths(policy.interimCheckpointMonths),
    reviewOn: inMonths(policy.standingReviewMonths),
    measureIds: [],
    measures: measures.map((text) => ({ text, ownerId: null, dueOn: null })),
    unproven: {},
    unitId: '',
    handlerId: '',
    leadLeaderId: '',
  };
}

type Bodies = { readonly [Type in FormAct]: (draft: ActDraft) => Omit<ActBody<Type>, 'commandId'> };

/** Evidence has its own form: files, each of them one command. */
export type FormAct = Exclude<CommandType, 'addEvidence'>;

const reasoned = ({ reason }: ActDraft) => ({ reason });
const nothing = () => ({});

export const bodyOf: Bodies = {
  assign: ({ unitId, handlerId, leadLeaderId }) => ({ unitId, handlerId, leadLeaderId }),
  signFor: nothing,
  disown: reasoned,
  submitPlan: ({ rootCause, measures }) => ({ rootCause, measures: [...measures] }),
  approvePlan: nothing,
  returnPlan: reasoned,
  reportProgress: ({ text }) => ({ text }),
  requestClosure: ({ statement, unproven }) => ({
    statement,
    unproven: Object.entries(unproven).flatMap(([measureId, reason]) =>
      reason.trim() === '' ? [] : [{ measureId, reason }],
    ),
  }),
  return: ({ measureIds, reason, dueOn }) => ({ measureIds: [...measureIds], reason, dueOn: dueOn.slice(0, 10) }),
  endorse: ({ opinion }) => ({ opinion }),
  approveClosure: ({ opinion }) => ({ opinion }),
  acceptInterim: ({ opinion, checkpointOn }) => ({ opinion, checkpointOn: checkpointOn.slice(0, 10) }),
  acceptStanding: ({ opinion, reviewOn }) => ({ opinion, reviewOn: reviewOn.slice(0, 10) }),
  requestExtension: ({ until, reason, progress }) => ({ until: until.slice(0, 10), reason, progress }),
  grantExtension: nothing,
  refuseExtension: reasoned,
  cancel: reasoned,
  reopen: ({ reason, dueOn }) => ({ reason, dueOn: dueOn.slice(0, 10) }),
};
