/** English words of the catalogue: labels, one word for one thing. */
import type { CommandType } from '../../item/command.ts';
import type { ItemState } from '../../item/item.ts';
import type { Light, Party } from '../../item/light.ts';
import type { MailLineKind } from '../../item/mail.ts';
import type { Addressee, LetterKind } from '../../rules/policy.ts';
import type { TextField } from '../../item/refusal.ts';
import type { RecordAct, Scope } from '../../item/roles.ts';
import type { Role } from '../../actor.ts';
import type { SkipReason } from '../../item/mail-skip.ts';

const states: Record<ItemState, string> = {
  draft: 'Draft',
  assigned: 'Assigned',
  disowned: 'Assignment returned',
  planned: 'Measures submitted',
  inProgress: 'In progress',
  submitted: 'Closure requested',
  endorsed: 'Endorsed',
  closed: 'Closed',
  interim: 'Interim results',
  standing: 'Standing',
  reopened: 'Reopened',
  cancelled: 'Cancelled',
};

const lights: Record<Light, { shape: string; word: string }> = {
  green: { shape: '●', word: 'On track' },
  yellow: { shape: '▲', word: 'Due soon' },
  red: { shape: '■', word: 'Overdue' },
  done: { shape: '✓', word: 'Finished' },
  idle: { shape: '○', word: 'Not started' },
};

const acts: Record<CommandType, string> = {
  assign: 'Assign',
  signFor: 'Sign for',
  disown: 'Return assignment',
  submitPlan: 'Submit measures',
  approvePlan: 'Approve measures',
  returnPlan: 'Return measures',
  reportProgress: 'Report progress',
  addEvidence: 'Add evidence',
  requestClosure: 'Apply for closure',
  return: 'Return',
  endorse: 'Endorse',
  approveClosure: 'Approve closure',
  acceptInterim: 'Accept interim results',
  acceptStanding: 'Accept as standing',
  requestExtension: 'Request extension',
  grantExtension: 'Grant extension',
  refuseExtension: 'Refuse extension',
  cancel: 'Cancel item',
  reopen: 'Reopen',
};

const recordActs: Record<RecordAct, string> = {
  readRounds: 'Read rounds',
  importRound: 'Import a round',
  editRound: 'Edit a round',
  launchRound: 'Launch a round',
  readItem: 'Read items',
  readPeople: 'Read people',
  editPeople: 'Edit people',
  readMails: 'Read the mail log',
  sendMailsNow: 'Send mails now',
  uploadEvidence: 'Upload evidence',
};

const roles: Record<Role, string> = { staff: 'Staff', supervisor: 'Supervisor', admin: 'Admin' };

const doers: Record<Role, Record<Scope, string>> = {
  staff: {
    any: 'staff',
    ownUnit: 'staff of the responsible unit',
    leadLeader: 'the lead leader of the item',
    outside: 'staff of the inspection office',
  },
  supervisor: {
    any: 'supervisors',
    ownUnit: 'supervisors of the responsible unit',
    leadLeader: 'the lead leader of the item',
    outside: 'supervisors of the inspection office',
  },
  admin: {
    any: 'admins',
    ownUnit: 'admins of the responsible unit',
    leadLeader: 'the lead leader of the item',
    outside: 'admins of the inspection office',
  },
};

const parties: Record<Party, string> = {
  admin: 'Rectification office',
  unit: 'Responsible unit',
  leadLeader: 'Lead leader',
  inspectionOffice: 'Inspection office',
  time: 'Next checkpoint',
};

const addressees: Record<Addressee, string> = {
  handler: 'Handler',
  liaison: 'Liaison',
  leadLeader: 'Lead leader',
  chief: 'Chief',
  inspectionOffice: 'Inspection office',
};

const letters: Record<LetterKind, string> = {
  reminderLetter: 'Reminder letter',
  supervisionLetter: 'Supervision letter',
};

const mailLines: Record<MailLineKind, string> = {
  signOverdue: 'Signature overdue',
  planReminder: 'Measures due soon',
  planOverdue: 'Measures overdue',
  reminder: 'Due-date reminder',
  overdue: 'Overdue',
  returnDue: 'Answer to the return due',
  reviewWaiting: 'Review waiting',
  checkpoint: 'Checkpoint reached',
  standingReview: 'Standing review due',
  assigned: 'Assigned',
  disowned: 'Assignment returned',
  planSubmitted: 'Measures submitted',
  planApproved: 'Measures approved',
  planReturned: 'Measures returned',
  closureRequested: 'Closure requested',
  returned: 'Returned',
  endorsed: 'Endorsed',
  closed: 'Closed',
  interimAccepted: 'Interim results accepted',
  standingAccepted: 'Accepted as standing',
  extensionRequested: 'Extension requested',
  extensionGranted: 'Extension granted',
  extensionRefused: 'Extension refused',
  cancelled: 'Cancelled',
  reopened: 'Reopened',
};

const skipReasons: Record<SkipReason, string> = {
  finished: 'Not sent: the item is finished',
  answered: 'Not sent: what it reminds of is done',
  deadlineMoved: 'Not sent: the date has moved',
  repeated: 'Not sent: a newer reminder says the same',
  noAddress: 'Not sent: the person has no mail address',
};

const mailStates: Record<'planned' | 'sending' | 'sent' | 'skipped' | 'failed', string> = {
  planned: 'Planned',
  sending: 'Sending',
  sent: 'Sent',
  skipped: 'Skipped',
  failed: 'Not delivered',
};

const roundStates: Record<'draft' | 'launching' | 'running' | 'completed', string> = {
  draft: 'Draft',
  launching: 'Launching',
  running: 'Running',
  completed: 'Completed',
};

const fields: Record<TextField, string> = {
  reason: 'The reason',
  rootCause: 'The root cause',
  measure: 'A measure',
  statement: 'The statement',
  opinion: 'The opinion',
  progress: 'The progress so far',
  text: 'The report',
};

const things = {
  round: 'Round',
  finding: 'Finding',
  item: 'Item',
  measure: 'Measure',
  evidence: 'Evidence',
  ledger: 'Ledger',
  listed: 'Listed supervision',
  leadUnit: 'Lead unit',
  supportingUnit: 'Supporting unit',
  liaison: 'Liaison',
  leadLeader: 'Lead leader',
  rehearsal: 'Rehearsal',
  spotCheck: 'Spot check',
  lookBack: 'Look-back',
  notice: 'Progress notice',
  waitingOn: 'Waiting on',
  asOf: 'As of',
};

const errors = {
  /** The title over a list of what to correct. */
  problem: (count: number): string => `${count} ${count === 1 ? 'thing' : 'things'} to correct`,
  notAllowed: 'This cannot be done now',
  changed: 'This has changed',
  ours: 'Something went wrong on our side',
};

export const enLabels = {
  states,
  lights,
  acts,
  recordActs,
  roles,
  doers,
  parties,
  addressees,
  letters,
  mailLines,
  skipReasons,
  mailStates,
  roundStates,
  fields,
  things,
  errors,
  /** Where there is nothing to show, and where nobody knows yet. */
  nothing: '–',
  unknown: 'not published',
  unpublished: 'holidays not published',
};
