/** What lists and ledgers say beside the labels of the product, in English; its type is what zh.ts must say too. */
import { enThings } from '../../../core/i18n/en/things.ts';
import { plural } from '../../../core/i18n/format.ts';

export const en = {
  title: (round: string, sheet: string) => `${round}: ${sheet}`,
  note: (time: string, items: number) => `As of ${time}, Beijing time. ${plural(items, 'item')}.`,
  ofUnit: (unit: string) => ` Only those of ${unit}.`,
  page: (page: string, pages: string) => `Page ${page} of ${pages}`,
  group: 'Category',
  measureNumber: 'Measure no.',
  noPlan: '(no measures yet)',
  files: 'Number of files',
  extensions: 'Extensions',
  daysLeft: 'Working days left',
  wanted: 'Wanted',
  actBy: 'To be done by',
  decidedOn: 'Decided on',
  decision: 'Decision on closure',
  remark: enThings.remark,
  /** One of several in a cell. */
  numbered: (number: number, text: string) => `${number}. ${text}`,
  /** Who reviewed, and when; what they said stands under it. */
  deed: (name: string, date: string) => `${name}, ${date}`,
  /** Of the review file. */
  what: 'What',
  how: 'Content',
  time: 'Time (Beijing)',
  who: 'Who',
  record: 'Record',
  hash: 'Hash (sha256)',
  letterNumber: (year: number, number: number) => `${year}, no. ${number}`,
  issuedOn: 'Issued on',
  unproven: 'Why no evidence',
};

export type SheetWords = typeof en;
