/** The English sentences for rounds, files and input: fact, rule, way out. */
import { enAccountRefusals } from './account-refusals.ts';
import { enAssignmentProblems as assignmentProblems } from './assignment-problems.ts';
import { faultLines } from '../fault-lines.ts';
import { dateTime, size, plural, sentenceDate } from '../format.ts';
import { enBulletinRefusals } from './bulletin-refusals.ts';
import { enFormFault } from './form-faults.ts';
import { enLabels } from './labels.ts';
import { enPeopleRefusals } from './people-refusals.ts';
import { enRehearsalRefusals } from './rehearsal-refusals.ts';
import { enUnreadable } from './unreadable.ts';
import type { RecordRefusalTexts } from '../record-refusal-texts.ts';

const rest = (count: number): string => `And ${count} more.`;

export const enRecordRefusals: RecordRefusalTexts = {
  ...enAccountRefusals,
  ...enPeopleRefusals,
  ...enBulletinRefusals,
  ...enRehearsalRefusals,
  notFound: ({ what, id }) => [
    `The ${enLabels.things[what].toLowerCase()} "${id}" was not found.`,
    'It may not exist, or your account may not see it.',
    'Check the address, or go back.',
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
  calendarFaults: ({ faults }) => [`${plural(faults.length, 'thing')} to correct in the holidays of the year.`],
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
  notEmpty: () => ['There are people or rounds already.', 'The sample can only be installed into an empty system.'],
  dayNotCome: ({ given, today }) => [
    `${sentenceDate(given, 'en')} has not come yet.`,
    `What is recorded reaches to ${sentenceDate(today, 'en')}.`,
    'Choose that day or an earlier one.',
  ],
  importNotEmpty: () => [
    'Something has happened here already; nothing was imported.',
    'A ledger is only taken over into a fresh, migrated database.',
    'Make one, and import there.',
  ],
  importUnreadable: ({ line }) => [
    `Nothing was imported: the export is cut off or damaged at line ${line}.`,
    'An export is whole, to its last line.',
    'Copy it again, or export again.',
  ],
  importOtherVersion: () => [
    'The export comes from another version; nothing was imported.',
    'Both installations must run the same version.',
    'Bring the older one up to date, and export again.',
  ],
  importBroken: ({ id }) => [
    `"${id}" is not as it was written; nothing was imported.`,
    'A ledger is taken over only where all of it holds.',
    'Verify the ledger that it comes from.',
  ],
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
  bundleTooLarge: ({ bytes, mostBytes, entries, mostEntries }) => [
    `This bundle would hold ${plural(entries, 'file')} of ${size(bytes)} in all.`,
    `At most ${plural(mostEntries, 'file')} and ${size(mostBytes)} fit into one.`,
    'Bundle the items one by one.',
  ],
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
  uploadUnknown: ({ evidenceId }) => [
    `No file was uploaded for this item as "${evidenceId}".`,
    'What is not handed in within a day of its upload may be removed.',
    'Upload it again.',
  ],
  uploadOfAnother: ({ name }) => [
    `"${name}" was uploaded by someone else.`,
    'A file is handed in by whoever uploaded it.',
    'Upload it yourself, then hand it in.',
  ],
  fileNotScanned: ({ names }) => [
    `"${names.join('", "')}" waits for the virus scan.`,
    'Files are used once they are found clean.',
    'Try again in a few minutes; if it stays so, tell an admin.',
  ],
  fileInfected: ({ names }) => [
    `The virus scan found something harmful in "${names.join('", "')}".`,
    'Such a file is given to nobody.',
    'Clean your computer, make the file anew and upload that.',
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
