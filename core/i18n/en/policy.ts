/** What is wrong with an edited policy, in English. */
import { enThings } from './things.ts';
import type { PolicyFault } from '../../rules/policy-faults.ts';

/** The fields of a policy, also the labels of its form. */
const fields = {
  version: 'Version',
  mailSlot: 'Mail slot',
  signWithinWorkingDays: 'Working days to sign',
  reviewWithinWorkingDays: 'Working days to review',
  planDueDays: 'Days to submit measures',
  periodMonths: 'Months of the period',
  dueOnDayOff: 'Due date on a day off',
  planReview: 'Review of measures',
  closureReview: 'Review of closures',
  jointReview: 'Stages of joint review',
  planReminders: 'Reminders of measures',
  reminders: 'Reminders before the due date',
  escalations: 'Escalations after the due date',
  returnDueWorkingDays: 'Working days after a return',
  maxExtensions: 'Extensions at most',
  yellowWithinDays: 'Days counted as due soon',
  repeatEveryWorkingDays: 'Working days between repeated reminders',
  repeatUpwardFrom: 'Repetition from which superiors hear of it',
  evidencePerMeasure: 'Files of evidence per measure',
  interimCheckpointMonths: 'Months to the interim checkpoint',
  interimsUnjustified: 'Interim results without a justification',
  standingReviewMonths: 'Months between standing reviews',
  daysBefore: 'Days before',
  workingDaysAfter: 'Working days after',
  to: enThings.recipients,
  letter: enThings.letter,
  proposesInterview: 'Interview proposed',
  lists: enThings.listed,
  letters: 'Kinds of letters',
  kind: 'Kind',
  name: 'Name in both languages',
  mark: 'Mark before the year',
  answerWithinWorkingDays: 'Working days to answer',
};

/** @param field the field by its label, with its path */
type FaultText = (field: string, fault: PolicyFault) => string;

const faults: Record<PolicyFault['code'], FaultText> = {
  missing: (field) => `${field} is missing.`,
  unknownField: (field, { allowed }) => `${field} is not a field of a policy. Known here: ${allowed}.`,
  notAWholeNumber: (field, { allowed, given }) => `${field} must be a whole number, ${allowed}; it is ${given}.`,
  outOfRange: (field, { allowed, given }) => `${field} must be within ${allowed}; it is ${given}.`,
  notOneOf: (field, { allowed, given }) => `${field} must be one of ${allowed}; it is ${given}.`,
  notATime: (field, { allowed, given }) => `${field} must be a time of the form ${allowed}; it is ${given}.`,
  notAText: (field, { allowed, given }) => `${field} must be a text of ${allowed} characters; it is ${given}.`,
  repeated: (field, { given }) => `${field} must differ from the others; ${given} stands there already.`,
  notAList: (field, { allowed, given }) => `${field} must be a list of ${allowed} entries; it is ${given}.`,
  notAnObject: (field, { allowed, given }) => `${field} must be an object with ${allowed}; it is ${given}.`,
  notRising: (field, { allowed, given }) =>
    `${field} must be ${allowed}, for the steps stand in order; it is ${given}.`,
  notFalling: (field, { allowed, given }) =>
    `${field} must be ${allowed}, for the steps stand in order; it is ${given}.`,
};

export const enPolicy = {
  fields,
  faults,
  /** The name of a whole policy. */
  whole: 'The policy',
  withPath: (label: string, path: string): string => `${label} (${path})`,
};
