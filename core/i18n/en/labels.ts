/** English words of the catalogue: labels, one word for one thing. */
import { absence } from './absence.ts';
import type { PolicyName } from '../../rules/policies.ts';
import { breachKinds, faultKinds, securityEvents } from './audit.ts';
import type { Binding } from '../../item/binding.ts';
import type { CommandType } from '../../item/acts.ts';
import { enForms as forms } from './forms.ts';
import { enThings as things } from './things.ts';
import type { CommandField } from '../../item/command.ts';
import type { Scope } from '../../item/doers.ts';
import { mailDoubts, mailLines, mailStates, mailTroubles, skipReasons } from './mail-labels.ts';
import { grades, handedIn, kindsOfMeasure, measureStates, roundStates, sources, states } from './classes.ts';
import type { Light } from '../../item/light.ts';
import type { Addressee } from '../../rules/policy.ts';
import { plural } from '../format.ts';
import type { NoticeDates } from '../../round/notice.ts';
import type { Audience, BulletinChoice } from '../../round/bulletin.ts';
import type { RoundSheet } from '../../round/sheets.ts';
import type { RecordAct } from '../../item/roles.ts';
import type { Role } from '../../actor.ts';
import type { Party } from '../../item/turn.ts';

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
  revisePlan: 'Revise measures',
  reportProgress: 'Report progress',
  recordProgress: 'Record progress for the unit',
  markMeasures: 'Mark measures',
  addEvidence: 'Add evidence',
  requestClosure: 'Apply for closure',
  withdraw: 'Withdraw',
  return: 'Return',
  endorse: 'Endorse',
  concur: 'Concur',
  approveClosure: 'Approve closure',
  acceptInterim: 'Accept interim results',
  acceptStanding: 'Accept as standing',
  requestExtension: 'Request extension',
  grantExtension: 'Grant extension',
  refuseExtension: 'Refuse extension',
  setDueDate: 'Set due date',
  moveDates: 'Move dates',
  handOver: 'Hand over',
  fixDueDate: 'Fix due date',
  requestPause: 'Request pause',
  grantPause: 'Grant pause',
  refusePause: 'Refuse pause',
  endPause: 'End pause',
  classify: 'Grade',
  urge: 'Urge',
  issueLetter: 'Issue letter',
  answerLetter: 'Answer letter',
  recordInterview: 'Record interview',
  unlist: 'Lift listed supervision',
  cancel: 'Cancel item',
  reopen: 'Reopen',
};

const recordActs: Record<RecordAct, string> = {
  readRounds: 'Read rounds',
  importRound: 'Import round',
  editRound: 'Edit round',
  launchRound: 'Launch round',
  changeRules: 'Change rules',
  editBulletin: 'Edit notice',
  approveBulletin: 'Approve omission',
  readItem: 'Read items',
  readPeople: 'Read people',
  editPeople: 'Edit people',
  readSecurity: 'Read security events',
  readMails: 'Read the mail log',
  sendMailsNow: 'Send mails now',
  keepRuns: 'Keep items running',
  uploadEvidence: 'Upload evidence',
};

const roles: Record<Role, string> = { staff: 'Staff', supervisor: 'Supervisor', admin: 'Admin' };

const doersOf = (people: string): Record<Scope, string> => ({
  any: people,
  ownUnit: `${people} of the responsible unit`,
  leadLeader: 'the lead leader of the item',
  outside: `${people} of the inspection office`,
  jointReviewer: `${people} of a unit asked in the joint review`,
});

const doers: Record<Role, Record<Scope, string>> = {
  staff: doersOf(roles.staff.toLowerCase()),
  supervisor: doersOf(`${roles.supervisor.toLowerCase()}s`),
  admin: doersOf(`${roles.admin.toLowerCase()}s`),
};

const parties: Record<Party, string> = {
  admin: things.rectificationOffice,
  unit: things.responsibleUnit,
  leadLeader: things.leadLeader,
  jointReviewers: things.jointReviewers,
  inspectionOffice: things.inspectionOffice,
  time: things.checkpoint,
  pause: things.pause,
};

const addressees: Record<Addressee, string> = {
  owner: things.owner,
  handler: things.handler,
  liaison: things.liaison,
  leadLeader: things.leadLeader,
  chief: things.chief,
  jointReviewers: things.jointReviewers,
  inspectionOffice: things.inspectionOffice,
  admin: things.rectificationOffice,
};

const bindings: Record<Binding, string> = {
  handler: things.handler,
  leadLeader: things.leadLeader,
  owner: things.owner,
};

/** The kinds of letter that are there without a rule. */
const letters = {
  reminderLetter: 'Reminder letter',
  supervisionLetter: 'Supervision letter',
};

/** What a command carries: the labels of its form, and the subject of a sentence about it. */
const fields: Record<CommandField | 'measure' | 'asks', string> = {
  as: 'Handed over as',
  fromId: 'Whose place',
  toId: 'Successor',
  unitId: things.responsibleUnit,
  handlerId: things.handler,
  leadLeaderId: things.leadLeader,
  reason: 'Reason',
  rootCause: 'Root cause',
  measures: things.measures,
  measure: things.measure,
  text: things.report,
  reporter: things.reporter,
  isDone: things.isDone,
  reportedOn: things.reportedOn,
  note: things.remark,
  evidenceId: things.file,
  aboutOn: things.aboutOn,
  measureIds: 'Measures concerned',
  /** What was done and what came of it: the words of an application for closure. */
  statement: 'Statement of results',
  unproven: 'Measures and their evidence',
  opinion: 'Opinion',
  progress: 'Progress so far',
  dueOn: 'New due date',
  until: 'Extended until',
  pausedUntil: 'Paused until',
  measureStatuses: 'How the measures stand',
  asks: 'Evidence required',
  grade: 'Risk grade',
  sources: 'Found by',
  checkpointOn: things.checkpoint,
  reviewOn: 'Next standing review',
  moves: 'Dates to move',
  rules: 'Rules version',
  letter: things.letter,
  letterSeq: 'Which letter',
  answer: 'Answer',
  heldOn: 'Held on',
  attendees: 'Attendees',
  minutes: 'Minutes',
};

/** The files that a round and an item are handed out as. */
const papers: Record<RoundSheet | 'review' | 'bulletin', string> = {
  findings: 'List of findings',
  tasks: 'List of tasks',
  duties: 'List of duties',
  ledger: 'Ledger',
  closures: 'Close-out sheet',
  review: 'Review file',
  bulletin: 'Progress notice',
};

const audiences: Record<Audience, string> = { public: 'Public', inside: 'Inside the Party' };

const bulletinChoices: Record<BulletinChoice, string> = {
  publish: 'Publish',
  inside: 'Inside only',
  withhold: 'Withhold',
};

/** What is decided of an item before the notice goes out. */
const bulletinTerms = {
  choice: 'To be told',
  toApprove: 'Approval open',
  ownTitle: 'Public words of the finding',
  ownResult: 'Public words of the result',
};

/** What the dates of a document are called. */
const noticeDates: Record<keyof NoticeDates, string> = {
  inspection: 'Inspection',
  feedback: 'Feedback',
  rectification: 'Rectification',
  published: 'Publication',
};

const errors = {
  /** The title over a list of what to correct. */
  problem: (count: number): string => `${plural(count, 'thing')} to correct`,
  notAllowed: 'This cannot be done now',
  ours: 'Something went wrong on our side',
};

const policies: Record<PolicyName, string> = {
  standard: 'Six months',
  threeMonths: 'Three months',
  twoMonths: 'Two months',
  fiveLetters: 'Five letters',
  threeColours: 'Three colours',
};

export const enLabels = {
  things,
  states,
  lights,
  acts,
  handedIn,
  measureKinds: kindsOfMeasure,
  measureStates,
  grades,
  sources,
  recordActs,
  roles,
  doers,
  parties,
  addressees,
  bindings,
  absence,
  letters,
  mailLines,
  skipReasons,
  mailTroubles,
  mailStates,
  securityEvents,
  breachKinds,
  faultKinds,
  parts: { database: 'database', runs: 'Temporal server', worker: 'worker', files: 'store of evidence files' },
  partStates: { readOnly: 'read-only', full: 'full', away: 'no answer', unknown: 'unknown' },
  troubles: {
    failingRuns: 'Runs that fail again and again',
    missedWakes: 'Steps of time that were missed',
    retriedCommits: 'Records written only when tried again, in the last ten minutes',
    unscannedFiles: 'Files that have waited for the virus scan for ten minutes',
  },
  mailDoubts,
  roundStates,
  fields,
  papers,
  audiences,
  bulletinChoices,
  bulletinTerms,
  noticeDates,
  policies,
  assumptions: {
    nobodyActs: 'Nobody acts',
    onTime: 'Everybody acts on the last day but one',
    asLastRound: 'Everybody takes as long as in the last round',
  },
  errors,
  ...forms,
  /** What verifying the hashes of an item's events found. */
  chain: { intact: 'Record chain intact', broken: 'Record chain changed' },
  /** Where there is nothing to show. */
  nothing: '–',
  unpublished: 'holidays not published',
};
