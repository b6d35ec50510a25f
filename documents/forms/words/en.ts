/** What templates say beside their heads: how each column is filled in, and rows that show it. Its type is what zh.ts must say too. */
import { enLabels } from '../../../core/i18n/en/labels.ts';

const { roles, formWords } = enLabels;

export const en = {
  /** Under the title of a sheet. */
  fillIn: (sample: string) =>
    `One row each, from the row below the heads on. Rows that begin with ${sample} are left out. Columns may be in another order, and further ones are not read.`,
  guide: 'How to fill it in',
  guideNote: 'This sheet is not read.',
  column: 'Column',
  meaning: 'What to write',
  roster: {
    name: 'The full name.',
    email:
      'The address that mails go to. It tells who is meant: of somebody who is here already, what is written is changed.',
    roles: `One or several of ${Object.values(roles).join(', ')}, with a comma between them.`,
    unit: 'The name of a unit that is here or stands on the other sheet. Staff need one.',
    phone: 'May be empty.',
    language: `${formWords.chinese} or ${formWords.english}; the first where nothing is written.`,
    inspectionOffice: `${formWords.yes} for whoever decides from the inspection office, otherwise ${formWords.no}.`,
    chief: `${formWords.yes} for whoever leads the inspected body, otherwise ${formWords.no}.`,
    unitName: 'As people know it. It tells which unit is meant.',
    position: 'A whole number. Units stand in this order; new ones at the end where nothing is written.',
    liaison: 'The address of a person, or a name that only one has.',
  },
  items: {
    number: 'As the document prints it; may be empty.',
    part: 'The part of the document it stands in; an empty cell means the one above.',
    finding: 'What was found, one to a row, none twice.',
    immediate: `${formWords.yes} for what is to be put right at once; otherwise it may be empty.`,
    measures:
      'One to a line of the cell, or each in a row of its own below the finding. The unit is offered them for its plan.',
    responsibleUnit: 'The name of a unit that is here.',
    handler: 'Staff of that unit: the address, or a name that only one has.',
    leadLeader: 'A supervisor, by address or name. With unit, handler and lead leader the item is assigned at once.',
    supportingUnits: 'Names of units that are here, with a comma between them.',
    itemDue:
      'As 2026-09-30: what the document asks for, shown at the assignment. The date itself follows from the policy.',
  },
  progressTitle: (round: string, unit: string) => `${round}: progress report (${unit})`,
  fillInProgress:
    'Fill in how each item stands; leave those blank of which there is nothing to report. The first four columns stay as they are, and no item is added.',
  progress: {
    number: 'The number of the item, as it is: it tells which item is meant.',
    finding: 'What was found, as it is: a row whose finding does not belong to its number is not recorded.',
    measures: 'The measures in force, to compare with; not read.',
    itemDue: 'By when the item is due, to compare with; not read.',
    progress: 'What was done and what it changed, in 4,000 characters at most.',
    isDone: `${formWords.yes} where the unit holds the item to be done, ${formWords.no} where not; may be empty. It is no application for closure.`,
    reportedOn: 'The day of this report, as 2026-09-30; an empty cell means the one above.',
    reporter: 'Who of the unit reports this, by name; an empty cell means the one above.',
    remark: 'Whatever else should be known; may be empty.',
  },
  sampleItem: {
    part: 'I. The house',
    finding: 'Loans of records are not all written down',
    measures: '1. Write down what was lent\n2. Compare once a month',
    leader: 'Ling Nan',
  },
  emptyCells: 'An empty cell changes nothing of what is there.',
  nobody: 'Yun Ling',
  somewhere: 'Records office',
};

export type FormWords = typeof en;
