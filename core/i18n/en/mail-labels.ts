/** What a mail says of an item in one line, and what became of the mail. */
import { states } from './classes.ts';
import type { MailLineKind } from '../../item/mail.ts';
import type { SkipReason } from '../../item/mail-skip.ts';
import type { MailTroubleCode } from '../../item/mail-trouble.ts';

export const mailLines: Record<MailLineKind, string> = {
  signOverdue: 'Signature overdue',
  planReminder: 'Measures due soon',
  planOverdue: 'Measures overdue',
  reminder: 'Due-date reminder',
  overdue: 'Item overdue',
  stillOverdue: 'Still overdue',
  returnDue: 'Answer to the return due',
  measureBehind: 'Measure behind its date',
  reviewWaiting: 'Decision due',
  pauseEnd: 'Pause over',
  checkpoint: 'Checkpoint reached',
  standingReview: 'Standing review due',
  assigned: states.assigned,
  disowned: states.disowned,
  planSubmitted: states.planned,
  planRevised: 'Measures revised',
  planApproved: 'Measures approved',
  planReturned: 'Measures returned',
  progressRecorded: 'Progress recorded for the unit',
  closureRequested: states.submitted,
  withdrawn: 'Withdrawn',
  returned: 'Returned',
  endorsed: states.endorsed,
  concurred: 'Joint review done',
  closed: states.closed,
  interimAccepted: 'Interim results accepted',
  standingAccepted: 'Accepted as standing',
  extensionRequested: 'Extension requested',
  extensionGranted: 'Extension granted',
  extensionRefused: 'Extension refused',
  dueDateSet: 'Due date set',
  datesMoved: 'Dates moved',
  handedOver: 'Handed over',
  dueDateFixed: 'Due date fixed',
  pauseRequested: 'Pause requested',
  paused: 'Pause granted',
  pauseRefused: 'Pause refused',
  pauseEnded: 'Pause ended',
  cancelled: states.cancelled,
  reopened: states.reopened,
  urged: 'Urged',
  letterUnanswered: 'Letter not answered',
  letterIssued: 'Letter issued',
  letterAnswered: 'Letter answered',
  unlisted: 'Listed supervision lifted',
};

export const skipReasons: Record<SkipReason, string> = {
  finished: 'Not sent: the item is finished',
  answered: 'Not sent: what it reminds of is done',
  withdrawn: 'Not sent: the unit has withdrawn it',
  paused: 'Not sent: the item is paused',
  deadlineMoved: 'Not sent: the date has moved',
  reassigned: 'Not sent: another unit has the item now',
  repeated: 'Not sent: a newer reminder says the same',
  handedOver: 'Not sent: another person has taken over and gets it',
  noAddress: 'Not sent: the person has no email address',
  hasLeft: 'Not sent: the person has left',
};

/** What another program said stands in brackets, as it came. */
export const mailTroubles: Record<MailTroubleCode, (said: string) => string> = {
  nothingLeft: () => 'Not sent: nothing was left to say',
  senderLost: () => 'The process that sent it ended: it is sent again',
  refused: (said) => `Refused by the mail server (${said})`,
  later: (said) => `Put off by the mail server: it is sent again (${said})`,
  noAnswer: (said) => `No answer from the mail server: it is sent again (${said})`,
  unwritable: (said) => `The mail could not be written (${said})`,
};

export const mailStates: Record<'planned' | 'sending' | 'sent' | 'skipped' | 'failed', string> = {
  planned: 'Planned',
  sending: 'Sending',
  sent: 'Sent',
  skipped: 'Skipped',
  failed: 'Not delivered',
};

/** Beside the state of a mail whose sending once ended without an answer. */
export const mailDoubts = { mayHaveArrived: 'May have arrived', mayHaveDoubled: 'May have arrived twice' };
