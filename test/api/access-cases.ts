/** A request and who gets through with it. */
import type { InjectOptions } from 'fastify';
import type { CommandType } from '../../core/item/acts.ts';

export interface Case {
  /** Who gets through to the use case. The others hear 401, 403 or, where they may not even see the thing, 404. */
  readonly may: string;
  readonly request: () => Omit<InjectOptions, 'method'>;
}

export const to = (may: string, url: string, payload?: object): Case => ({
  may,
  request: () => ({ url, ...(payload === undefined ? {} : { payload }) }),
});

/** Who may do an act on an item of the finance office led by 张立, in a state that allows it. */
export const doers: Readonly<Record<CommandType, string>> = {
  assign: 'zhao',
  signFor: 'wang',
  disown: 'wang',
  submitPlan: 'wang',
  approvePlan: 'zhang',
  returnPlan: 'zhang',
  reportProgress: 'wang',
  addEvidence: 'wang',
  requestClosure: 'wang',
  return: 'zhang li zhao',
  endorse: 'zhang',
  approveClosure: 'li zhao',
  acceptInterim: 'li zhao',
  acceptStanding: 'li zhao',
  requestExtension: 'wang',
  grantExtension: 'li zhao',
  refuseExtension: 'li zhao',
  setDueDate: 'li zhao',
  urge: 'li zhao',
  issueLetter: 'li zhao',
  answerLetter: 'wang',
  recordInterview: 'li zhao',
  unlist: 'li zhao',
  cancel: 'zhao',
  reopen: 'li zhao',
};
