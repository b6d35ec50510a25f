/** The words around templates that are filled in and handed in, in English. */
import { plural } from '../../../core/i18n/format.ts';

export const handIn = {
  people: 'Import from a template',
  peopleLead: 'Many people and units at once: fill in the template, choose it here, look, then import.',
  round: 'New round from a template',
  roundLead: 'Fill in findings, measures and who carries them, choose the file here, look, then import: a draft round.',
  progressLead:
    'For a unit whose people have no account: download its sheet, choose it here once it is filled in, look, then record it for the unit.',
  progressSheet: 'Download the sheet of this unit',
  notRecorded: (count: number) => `${plural(count, 'item')} not recorded. The same file again records what is missing.`,
  toRound: 'To the assignments',
  template: 'Download the template',
  choose: 'Choose the filled-in file',
  file: (name: string) => `File: ${name}`,
  faults: (count: number) => `${plural(count, 'place')} to correct in the file; nothing can be imported before.`,
  sound: (added: number, changed: number, same: number) => `New: ${added}. Changed: ${changed}. As they are: ${same}.`,
  ignored: (heads: string) => `Columns not read: ${heads}.`,
  more: (count: number) => `${plural(count, 'further row')}.`,
  row: 'Row',
  what: 'Who or what',
  outcome: 'What becomes of it',
  apply: 'Import',
  again: 'Import all the same',
  source: (name: string, time: string) => `Made of the file "${name}" on ${time}.`,
  hash: (sha256: string) => `Hash of the file (SHA-256): ${sha256}`,
  applied: 'Imported.',
  nothingNew: 'All of it is here already.',
};
