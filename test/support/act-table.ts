/** Every act in every state: what is possible is written down here by hand. */
import { inState, type Story } from './story.ts';
import type { CommandType } from '../../core/item/acts.ts';
import type { RefusalCode } from '../../core/item/refusal.ts';

interface Row {
  readonly in: string;
  readonly story: () => Story;
  readonly possible: readonly CommandType[];
  /** Refused for another reason than the state. */
  readonly otherwise?: Partial<Record<CommandType, RefusalCode>>;
}

const notAsked = {
  grantExtension: 'noExtensionRequest',
  refuseExtension: 'noExtensionRequest',
  grantPause: 'noPauseRequest',
  refusePause: 'noPauseRequest',
  endPause: 'notPaused',
  unlist: 'notListed',
} as const;
const notRevised = { approvePlan: 'noRevision', returnPlan: 'noRevision' } as const;
const unanswered = { answerLetter: 'noLetterToAnswer' } as const;
const withoutRequest = { withdraw: 'nothingToWithdraw', ...unanswered, ...notAsked } as const;
const unlisted = { unlist: 'notListed' } as const;
/** Where the rules want no joint review. */
const decidedAlone = { ...unlisted, concur: 'notYours' } as const;
const bureauAsked = { jointReview: [['bureau']] };
const asksFirst = {
  approveClosure: 'jointReviewOpen',
  acceptInterim: 'jointReviewOpen',
  acceptStanding: 'jointReviewOpen',
} as const;

/** While somebody carries it, whatever its state. */
const atAll = ['handOver', 'classify', 'recordInterview', 'cancel'] as const;
/** And while somebody is waited for. */
const awaited = ['urge', ...atAll] as const;
/** By its unit, or for the sake of its unit. */
const withUnit = ['issueLetter', ...awaited] as const;
const ofDates = ['requestExtension', 'setDueDate', 'fixDueDate', 'requestPause'] as const;
const ofWork = ['reportProgress', 'markMeasures', 'addEvidence', 'requestClosure'] as const;

export const rows: readonly Row[] = [
  { in: 'draft', story: () => inState('draft'), possible: ['assign', 'cancel'] },
  {
    in: 'disowned',
    story: () => inState('disowned'),
    possible: ['assign', 'classify', 'urge', 'recordInterview', 'cancel'],
    otherwise: unlisted,
  },
  {
    in: 'assigned',
    story: () => inState('assigned'),
    possible: ['signFor', 'disown', ...ofDates, ...withUnit],
    otherwise: { submitPlan: 'notSignedFor', ...withoutRequest },
  },
  {
    in: 'assigned and signed for',
    story: () => inState('assigned').act('signFor'),
    possible: ['disown', 'submitPlan', ...ofDates, ...withUnit],
    otherwise: { signFor: 'alreadySignedFor', ...withoutRequest },
  },
  {
    in: 'planned',
    story: () => inState('planned'),
    possible: ['approvePlan', 'returnPlan', 'withdraw', ...ofDates, ...awaited],
    otherwise: notAsked,
  },
  {
    in: 'in progress',
    story: () => inState('inProgress'),
    possible: ['revisePlan', ...ofWork, ...ofDates, ...withUnit],
    otherwise: { ...withoutRequest, ...notRevised },
  },
  {
    in: 'in progress with a wish for more time',
    story: () => inState('inProgress').act('requestExtension'),
    possible: [
      'revisePlan',
      ...ofWork,
      'withdraw',
      'grantExtension',
      'refuseExtension',
      'setDueDate',
      'fixDueDate',
      ...withUnit,
    ],
    otherwise: {
      ...withoutRequest,
      ...notRevised,
      requestExtension: 'extensionPending',
      requestPause: 'extensionPending',
    },
  },
  {
    in: 'in progress with a wish for a pause',
    story: () => inState('inProgress').act('requestPause'),
    possible: ['revisePlan', ...ofWork, 'setDueDate', 'fixDueDate', 'grantPause', 'refusePause', ...withUnit],
    otherwise: { ...withoutRequest, ...notRevised, requestExtension: 'pausePending', requestPause: 'pausePending' },
  },
  {
    in: 'paused',
    story: () => inState('inProgress').act('requestPause').act('grantPause'),
    possible: [
      'reportProgress',
      'markMeasures',
      'addEvidence',
      'requestExtension',
      'setDueDate',
      'fixDueDate',
      'endPause',
      ...atAll,
    ],
    otherwise: {
      ...withoutRequest,
      ...notRevised,
      revisePlan: 'paused',
      issueLetter: 'paused',
      urge: 'nobodyToUrge',
      requestClosure: 'paused',
      requestPause: 'paused',
    },
  },
  {
    in: 'under a date of a higher body',
    story: () => inState('inProgress').act('fixDueDate'),
    possible: ['revisePlan', ...ofWork, 'fixDueDate', 'requestPause', ...withUnit],
    otherwise: { ...withoutRequest, ...notRevised, requestExtension: 'dueDateFixed', setDueDate: 'dueDateFixed' },
  },
  {
    in: 'in progress with measures revised',
    story: () => inState('inProgress').act('revisePlan'),
    possible: ['approvePlan', 'returnPlan', ...ofWork, 'withdraw', ...ofDates, ...withUnit],
    otherwise: { ...unanswered, ...notAsked, revisePlan: 'revisionPending' },
  },
  {
    in: 'reopened with measures revised',
    story: () => inState('reopened').act('revisePlan'),
    possible: ['approvePlan', 'returnPlan', ...ofWork, 'withdraw', ...ofDates, ...withUnit],
    otherwise: { ...unanswered, ...notAsked, revisePlan: 'revisionPending' },
  },
  {
    in: 'submitted',
    story: () => inState('submitted'),
    possible: ['withdraw', 'return', 'endorse', ...awaited],
    otherwise: unlisted,
  },
  {
    in: 'submitted where nobody endorses',
    story: () => inState('submitted', { policy: { closureReview: 'approveOnly' } }),
    possible: ['withdraw', 'return', 'approveClosure', 'acceptInterim', 'acceptStanding', ...awaited],
    otherwise: decidedAlone,
  },
  {
    in: 'submitted to a joint review where nobody endorses',
    story: () => inState('submitted', { policy: { closureReview: 'approveOnly', ...bureauAsked } }),
    possible: ['withdraw', 'return', 'concur', ...awaited],
    otherwise: { ...unlisted, ...asksFirst },
  },
  {
    in: 'endorsed',
    story: () => inState('endorsed'),
    possible: ['return', 'approveClosure', 'acceptInterim', 'acceptStanding', ...awaited],
    otherwise: decidedAlone,
  },
  {
    in: 'endorsed, before the joint review',
    story: () => inState('endorsed', { policy: bureauAsked }),
    possible: ['return', 'concur', ...awaited],
    otherwise: { ...unlisted, ...asksFirst },
  },
  { in: 'closed', story: () => inState('closed'), possible: ['reopen'] },
  {
    in: 'interim',
    story: () => inState('interim'),
    possible: ['reportProgress', 'markMeasures', 'addEvidence', ...atAll],
    otherwise: unlisted,
  },
  {
    in: 'standing',
    story: () => inState('standing'),
    possible: [...ofWork, ...atAll],
    otherwise: { ...unlisted, urge: 'nobodyToUrge' },
  },
  {
    in: 'reopened',
    story: () => inState('reopened'),
    possible: ['revisePlan', ...ofWork, ...ofDates, ...withUnit],
    otherwise: { ...withoutRequest, ...notRevised },
  },
  {
    in: 'standing, at its review',
    story: () => inState('standing').passUntil('2027-06-10'),
    possible: [...ofWork, ...awaited],
    otherwise: unlisted,
  },
  { in: 'cancelled', story: () => inState('cancelled'), possible: [] },
];
