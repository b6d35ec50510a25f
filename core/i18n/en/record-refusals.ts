/** The English sentences for sign-in, rounds, people, files and input: fact, rule, way out. */
import { enAssignmentProblems as assignmentProblems } from './assignment-problems.ts';
import { faultLines } from '../fault-lines.ts';
import { dateTime, size, plural, sentenceDate } from '../format.ts';
import { enFormFault } from './form-faults.ts';
import { enLabels } from './labels.ts';
import { enUnreadable } from './unreadable.ts';
import type { BulletinFault } from '../../round/bulletin.ts';
import type { RecordRefusalTexts } from '../record-refusal-texts.ts';

const rest = (count: number): string => `And ${count} more.`;

const bulletinProblems: Record<BulletinFault['problem'], string> = {
  notInLedger: 'in the document and not in the ledger',
  notInDocument: 'in the ledger and not in the document',
  nothingSaid: 'settled without a statement of results',
};

export const enRecordRefusals: RecordRefusalTexts = {
  notFound: ({ what, id }) => [
    `The ${enLabels.things[what].toLowerCase()} "${id}" was not found.`,
    'It may not exist, or your account may not see it.',
    'Check the address, or go back.',
  ],
  notSignedIn: () => ['You are not signed in, or your session is older than 12 hours.', 'Sign in and try again.'],
  wrongCredentials: () => [
    'The email address or the password is not right.',
    'Check both; a forgotten password can be set anew by mail.',
  ],
  tooManyAttempts: ({ seconds }) => [
    'The password was wrong too many times.',
    'After each further try the pause doubles, up to 15 minutes; devices that are known are not held up by others.',
    `Try again in ${seconds < 60 ? plural(seconds, 'second') : plural(Math.ceil(seconds / 60), 'minute')}.`,
  ],
  tooManyRequests: ({ seconds }) => [
    'There were too many requests within a minute; this one was not carried out.',
    `Try again in ${plural(seconds, 'second')}.`,
  ],
  wrongHost: ({ host }) => [
    `This system does not answer under the name "${host}".`,
    'It answers under its own address, and on its own machine under 127.0.0.1 and localhost.',
    'Use the address that its mails begin with.',
  ],
  crossSite: ({ origin }) => [
    `This request came from another site${origin === '' ? '' : ` (${origin})`} and was not carried out.`,
    'Acts are only taken from the pages of this system.',
    'Open a page of this system and try again.',
  ],
  wrongMediaType: ({ allowed, given }) => [
    `The request is "${given}", which cannot be read.`,
    `Only ${allowed} is read here.`,
  ],
  bodyTooLarge: ({ mostBytes }) => [
    'The request is too large.',
    `At most ${size(mostBytes)} are read.`,
    'Send less at once.',
  ],
  tooDeep: ({ most }) => [`The content is nested deeper than ${plural(most, 'level')}, which is not read.`],
  tooSlow: ({ seconds }) => [
    `The request did not arrive within ${plural(seconds, 'second')} and was given up.`,
    'Nothing was done.',
    'Check the connection and send it again.',
  ],
  badInput: ({ faults }) => [
    `${plural(faults.length, 'thing')} to correct.`,
    ...faultLines(
      faults,
      ({ path, allowed, given }) =>
        `${path === '' ? 'The content' : path} must be ${allowed}${given === '' ? '' : `; it is ${given}`}.`,
      rest,
    ),
  ],
  badCursor: () => ['The place in the list cannot be read.', 'Start again from the first page.'],
  noticeUnreadable: ({ unreadable }) => [enUnreadable(unreadable)],
  noticeWithoutItems: () => [
    'No single findings were read in the document.',
    'A round needs at least one item.',
    'Take a document that lists its findings, or add them in the preview.',
  ],
  formUnknown: ({ form, needed }) => [
    `No sheet has the heads of the template "${enLabels.formNames[form]}".`,
    `It needs at least ${needed.map((head) => enLabels.formHeads[head]).join(', ')}.`,
    'Download the template and fill it in.',
  ],
  formFaults: ({ faults }) => [
    `${plural(faults.length, 'place')} of the sheet to correct. Nothing was imported.`,
    ...faultLines(faults, enFormFault, rest),
  ],
  policyFaults: ({ faults }) => [`${plural(faults.length, 'thing')} to correct in the policy.`],
  alreadyImported: ({ roundId, title, at, isSameFile }) => [
    `${isSameFile ? 'This file' : 'A document of the same text'} was imported on ${dateTime(at, 'en')} as the round "${title}" (${roundId}).`,
    'Once more, its items would be there twice.',
    'Where a second round is meant, confirm it and send it again.',
  ],
  roundNotDraft: ({ state }) => [
    `This round is "${enLabels.roundStates[state]}".`,
    'Assignments and rules can be changed in a draft only.',
    'After the launch, act on the items themselves.',
  ],
  startTooEarly: ({ given, dueOn, earliest }) => [
    `With ${sentenceDate(given, 'en')} as its start the round is due on ${sentenceDate(dueOn, 'en')}, which is over.`,
    `Under these rules it can start on ${sentenceDate(earliest, 'en')} at the earliest.`,
    'Choose a later start. The period of a draft can be changed after the import, together with its start.',
  ],
  roundNotLaunched: () => [
    'This round is not launched yet.',
    'Before the launch, items can only be assigned.',
    'Come back when the round is launched.',
  ],
  bulletinIncomplete: ({ faults }) => [
    `The notice cannot be published: ${plural(faults.length, 'item')} to look at.`,
    ...faultLines(faults, ({ number, problem }) => `${number}: ${bulletinProblems[problem]}.`, rest),
  ],
  assignmentFaults: ({ faults }) => [
    `${plural(faults.length, 'thing')} to correct in the assignments; none was saved.`,
    ...faultLines(faults, ({ itemId, problem, given }) => `${itemId}: ${assignmentProblems[problem](given)}.`, rest),
  ],
  notReadyToLaunch: ({ unassigned, withoutAddress, overDueOn }) => [
    'The round cannot be launched yet.',
    ...(unassigned.length > 0 ? [`Items not assigned: ${unassigned.join(', ')}.`] : []),
    ...(withoutAddress.length > 0 ? [`People without an email address: ${withoutAddress.join(', ')}.`] : []),
    ...(overDueOn === null
      ? []
      : [
          `With these settings the due date is ${sentenceDate(overDueOn, 'en')}, which is over. Change the start or the period.`,
        ]),
  ],
  unknownOwners: ({ given }) => [
    `These people are not known: ${given.join(', ')}.`,
    'The owner of a measure must be a person of this system.',
    'Choose again.',
  ],
  notAMailAddress: ({ given }) => [
    `"${given}" is not an email address that can be used.`,
    'An address looks like name@example.cn: unaccented letters, digits and signs such as .-_+, without a name; at most 64 characters before the @ and 254 in all.',
    'Check it and enter it again; write an international domain in its xn-- form.',
  ],
  emailTaken: ({ email }) => [
    `The address ${email} belongs to somebody else.`,
    'One address is one person.',
    'Give another address.',
  ],
  idTaken: ({ id }) => [`The id "${id}" is taken.`, 'Give another, or leave it out to have one made.'],
  lastAdmin: () => ['This is the last admin.', 'The system needs at least one.', 'Name another admin first.'],
  hasLeft: ({ name }) => [
    `The account of ${name} is closed: they have left.`,
    'Whoever has left cannot sign in and gets no mail.',
    'Take them back first if they are here again.',
  ],
  secondFactorNeeded: () => [
    'This account also asks for a code.',
    'Enter the one that your authenticator shows, or a recovery code.',
  ],
  secondFactorWrong: () => [
    'That code is not right.',
    'Each is valid for half a minute and can be used once; a recovery code can be used once, too.',
    'Enter the one that is shown now. If it is refused again, check the clock of the device.',
  ],
  secondFactorOwed: () => [
    'Set up a second factor first.',
    'Everybody who decides needs it here.',
    'It takes a minute, on your own page.',
  ],
  secondFactorIsOn: () => ['Your account has a second factor already.', 'Turn it off to set up another device.'],
  secondFactorOff: () => ['There is no second factor here.', 'Load the page again to see where the account stands.'],
  secondFactorDemanded: () => [
    'The second factor cannot be turned off.',
    'Everybody who decides needs it here.',
    'If the device changes, ask an admin to turn it off for you and set it up anew.',
  ],
  ownSecondFactor: () => [
    'Your own is turned off on your own page.',
    'That takes your password and a code.',
    'If you have lost both the device and the recovery codes, ask another admin.',
  ],
  ownSecondFactorFirst: () => [
    'Set up a second factor of your own first.',
    'Otherwise what you ask of all who decide would shut you out, too.',
  ],
  openidOff: () => ['Single sign-on is not set up here.', 'Sign in with your email and password.'],
  openidAway: ({ name }) => [
    `Signing in with “${name}” is not possible at the moment.`,
    'Nothing has changed.',
    'Try again in a few minutes, or sign in with your email and password.',
  ],
  openidNotValid: () => [
    'You are not signed in: this attempt is not valid.',
    'Each is valid once, for 10 minutes, in the browser that began it.',
    'Begin again on the sign-in page.',
  ],
  openidNotLinked: ({ name }) => [
    `No account here may be entered by “${name}” with what it says of you.`,
    'An admin allows it for each person, and your verified address there must be the one here.',
    'Sign in with your email and password, or ask an admin.',
  ],
  linkNotValid: () => [
    'This link is not valid any more.',
    'Each opens once, within 24 hours.',
    'Ask for another on the page for signing in, or ask an admin to send one.',
  ],
  staffWithoutUnit: () => ['This member of staff has no unit.', 'Staff belong to a unit.', 'Choose one.'],
  passwordGuessable: ({ because }) => [
    {
      ownData: 'The password contains your own name or address.',
      example: 'This password is a public example.',
      monotonous: 'The password has too few different characters.',
    }[because],
    'Such passwords are easily guessed.',
    'A few words that have nothing to do with each other make a good one.',
  ],
  passwordTooShort: ({ least, given }) => [
    `The password has ${plural(given, 'character')}.`,
    `It needs at least ${least}.`,
  ],
  notEmpty: () => ['There are people or rounds already.', 'The sample can only be installed into an empty system.'],
  sampleOff: () => [
    'The sample is not offered here.',
    'Its passwords are public, so it is for trying out on one machine only.',
    'Open the link that the first start has printed, and become the first admin.',
  ],
  fileMissing: () => ['No file came.', 'One file is uploaded at a time.', 'Choose a file and upload it.'],
  uploadCut: () => ['The file did not arrive whole and was not taken in.', 'Check the network and upload it again.'],
  severalFiles: () => [
    'Several files came at once; none was kept.',
    'One file is uploaded at a time.',
    'Upload them one by one.',
  ],
  fileEmpty: ({ name }) => [`"${name}" is empty and was not accepted.`, 'Check the file and upload it again.'],
  evidenceQuota: ({ of, mostBytes }) =>
    of === 'item'
      ? [
          `The files of this item have reached ${size(mostBytes)}.`,
          'Hand in the part that proves the point, or ask an admin.',
        ]
      : [`This account has uploaded ${size(mostBytes)} within 24 hours.`, 'Go on tomorrow, or ask an admin.'],
  fileTooLarge: ({ name, mostBytes }) => [
    `"${name}" is larger than the ${size(mostBytes)} that a file may have, and was not accepted.`,
    'Split it or send smaller pictures.',
  ],
  fileKindNotAccepted: ({ name, allowed }) => [
    `"${name}" is not of a kind that is accepted.`,
    `PDF, Word, Excel, pictures and the like are: ${allowed}.`,
    'Save it as one of these and upload it.',
  ],
  fileKindDiffers: ({ name }) => [
    `"${name}" is not inside what its name says, and was not accepted.`,
    'PDF, Word, Excel and pictures are.',
    'Open it in its program, save it again, then upload.',
  ],
  fileNotStored: () => [
    'This file was not uploaded.',
    'A file is uploaded before it is handed in as evidence.',
    'Upload it again.',
  ],
  fileNamedOtherwise: ({ given, allowed }) => [
    `This file was not uploaded under the name "${given}".`,
    `It is handed in under the name it was uploaded with: ${allowed.join(', ')}.`,
    'To give it another name, rename it and upload it again.',
  ],
  fileDamaged: ({ names }) => [
    `The evidence "${names.join('", "')}" was lost or changed: it cannot be shown, and nothing can be decided on it.`,
    'The fault was recorded.',
    'Ask an admin to restore it from the backup, or the unit to hand it in again.',
  ],
  notUnderWay: ({ itemId }) => [
    `The workflow of item ${itemId} is not running, so nothing was done.`,
    'A launch takes a moment, and an item can be acted on once it is started.',
    'Try again shortly; if it stays so, tell an admin.',
  ],
  outcomeUnknown: () => [
    'The act was sent, but no answer came in time.',
    'Sending the same act again does it only once.',
    'Reload the page after a while, or send it again.',
  ],
  commandIdTaken: () => [
    'This id already stands for another act on the item; nothing was done.',
    'Each press has an id of its own; the same id is only the same act again.',
    'Reload the page and do it again.',
  ],
  partAway: ({ part, isNothingDone }) => [
    `The ${enLabels.parts[part]} cannot be used at the moment.`,
    isNothingDone ? 'Nothing was submitted.' : 'What was sent may have been submitted: look before you send it again.',
    'Try again in a moment, and tell an admin if it goes on.',
  ],
  ours: ({ reference }) => [
    'Something went wrong on our side; nothing was submitted.',
    `Try again later, or give an admin the reference ${reference}.`,
  ],
};
