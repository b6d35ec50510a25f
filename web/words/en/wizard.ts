/** The words on the way from a document to a launched round, in English. */
import { enLabels } from '../../../core/i18n/en/labels.ts';
import { plural } from '../../../core/i18n/format.ts';

const checkAndLaunch = 'Check and launch';

export const wizard = {
  steps: [enLabels.things.feedbackDocument, 'Check items', enLabels.acts.assign, checkAndLaunch],
  stepState: { done: enLabels.roundStates.completed, here: 'here', open: 'open' },
  stepsLabel: 'Steps',
  sourceHint:
    'Paste the whole text, or choose a file: Word (.docx), Excel (.xlsx), PDF with text, web page, RTF, text.',
  choose: 'Choose a file',
  read: 'Read document',
  saved: 'Kept on this device',
  found: (parts: number, items: number) => `${plural(parts, 'part')}, ${plural(items, 'item')} found`,
  warnings: (count: number) => `${plural(count, 'thing')} to look at again`,
  roundTitle: 'Title of the round',
  startsOnHint: 'As a rule the day of the feedback.',
  inDocument: (text: string) => `From the document: ${text}`,
  saidAs: (what: string, text: string) => `${what}: ${text}`,
  notThere: (name: string) => `Not found here: ${name}`,
  unplaced: (count: number) => `${plural(count, 'sentence')} of the document in no field`,
  unplacedMore: (count: number) => plural(count, 'more sentence'),
  line: (line: number) => `Line ${line}`,
  organ: 'Organ',
  team: 'Inspection team',
  body: 'Inspected body',
  notSaid: 'not in the document',
  items: (count: number) => plural(count, 'item'),
  itemTitle: (number: string) => `Finding ${number}`,
  measures: (count: number) => `${plural(count, 'measure')} in the document`,
  immediate: 'Fix at once',
  back: 'Back to the document',
  create: 'Create round',
  assignTitle: 'Assign items',
  assignLead: 'Each item needs a unit, a handler of that unit and a lead leader.',
  onPhone: 'Assigning needs a wide screen. Open this page on a computer; what is assigned so far is listed below.',
  choosePerson: 'Choose',
  select: (number: string) => `Select item ${number}`,
  selectAll: 'Select all',
  selected: (count: number) => `${count} selected`,
  applyAll: 'Apply to selected',
  save: 'Save and check',
  assigned: (count: number, total: number) => `${count} of ${total} assigned`,
  checkTitle: checkAndLaunch,
  checkLead: 'From here on mails are sent. This is the last look.',
  mailsSentence: (units: number, people: number, mails: number) =>
    `${plural(mails, 'mail goes', 'mails go')} to ${plural(people, 'person', 'people')} in ${plural(units, 'unit')} at the next slot.`,
  noAddress: (names: string) => `No email address: ${names}`,
  stillUnassigned: (count: number) =>
    `${plural(count, 'item')} not assigned yet. Every item needs a unit, a handler and a lead leader.`,
  assignThem: 'Assign them',
  notNow: 'Not now',
  launched: 'The round is running.',
  openRound: 'Open the round',
  total: 'In all',
  lacks: (number: string, what: string) => `Item ${number} still needs: ${what}.`,
};
