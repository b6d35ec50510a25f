/** Who may do an act, and on what: for every act one item of the finance office, led by 张立, in a state that allows it. */
import { inState, launched, type Story } from '../support/story.ts';
import type { CommandType } from '../../core/item/acts.ts';

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
  withdraw: 'wang',
  return: 'zhang li zhao',
  endorse: 'zhang',
  approveClosure: 'li zhao',
  acceptInterim: 'li zhao',
  acceptStanding: 'li zhao',
  requestExtension: 'wang',
  grantExtension: 'li zhao',
  refuseExtension: 'li zhao',
  setDueDate: 'li zhao',
  cancel: 'zhao',
  reopen: 'li zhao',
};

/** An item on which the act may be done, by whoever may. */
export const stages: Readonly<Record<CommandType, () => Story>> = {
  // Disowned by the unit: nobody's item, so that only admins and supervisors still see it.
  assign: () => launched().act('disown'),
  signFor: () => launched(),
  disown: () => launched(),
  submitPlan: () => launched().act('signFor'),
  approvePlan: () => inState('planned'),
  returnPlan: () => inState('planned'),
  reportProgress: () => inState('inProgress'),
  addEvidence: () => inState('inProgress'),
  requestClosure: () => inState('inProgress'),
  withdraw: () => inState('submitted'),
  return: () => inState('submitted'),
  endorse: () => inState('submitted'),
  approveClosure: () => inState('endorsed'),
  acceptInterim: () => inState('endorsed'),
  acceptStanding: () => inState('endorsed'),
  requestExtension: () => inState('inProgress'),
  grantExtension: () => inState('inProgress').act('requestExtension'),
  refuseExtension: () => inState('inProgress').act('requestExtension'),
  setDueDate: () => inState('inProgress'),
  cancel: () => inState('inProgress'),
  reopen: () => inState('closed'),
};
