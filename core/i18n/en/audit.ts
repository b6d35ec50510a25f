/** What the product says of itself in English: who came in, what is not as it was written, what does not run. */
import type { BreachKind } from '../../breach.ts';
import type { FaultKind } from '../../fault.ts';
import type { SecurityEventKind } from '../../people/security-event.ts';

export const securityEvents: Readonly<Record<SecurityEventKind, string>> = {
  signedIn: 'Signed in',
  signedInByOpenid: 'Signed in by single sign-on',
  signInFailed: 'Sign-in failed',
  signedOut: 'Signed out',
  signedOutElsewhere: 'Signed out elsewhere',
  signedOutByOpenid: 'Signed out by single sign-on',
  linkAsked: 'Link to a password asked for',
  passwordSet: 'Password set',
  secondFactorSet: 'Second factor set up',
  secondFactorRemoved: 'Second factor removed',
  recoveryCodeUsed: 'Signed in with a recovery code',
  secondFactorDemanded: 'Second factor made compulsory',
  secondFactorNotDemanded: 'Second factor made optional',
  openidAllowed: 'Single sign-on allowed',
  openidLinked: 'Single sign-on linked',
  openidRemoved: 'Single sign-on removed',
  personCreated: 'Person added',
  personChanged: 'Person or rights changed',
  personLeft: 'Marked as left',
  personReturned: 'Marked as back in office',
};

export const breachKinds: Readonly<Record<BreachKind, string>> = {
  chain: 'Record changed, removed or added',
  columns: 'Record that differs from its columns',
  item: 'Item that differs from its records',
  letter: 'Letter without its record, or a gap in the numbers',
  source: 'Source document changed',
  file: 'File lost or with other content',
  mail: 'Sent mail without its lines',
  record: 'Records of a person, unit, round or sign-in changed',
  anchor: 'Other than the ledger code that was given out',
};

export const faultKinds: Readonly<Record<FaultKind, string>> = {
  missing: 'Item without a run',
  stuck: 'Run that fails again and again',
  behind: 'Run that knows less than the ledger',
  astray: 'Run that differs from the ledger',
  late: 'Step of time that was missed',
  left: 'Run of a finished item',
  unknown: 'Run of an item that the ledger does not have',
  ledgerBehind: 'Run that knows more than the ledger',
  forged: 'Command without a valid seal',
  unwritable: 'Record that cannot be written',
  retried: 'Record that was written only when tried again',
  fileDamaged: 'Evidence lost or changed',
  fileInfected: 'Evidence with a virus',
  broken: 'Item that is not as it was written',
};
