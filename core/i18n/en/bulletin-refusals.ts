/** The English sentences for a notice that is not written, or not changed. */
import { faultLines } from '../fault-lines.ts';
import { plural } from '../format.ts';
import type { BulletinRefusalTexts } from '../record-refusal-texts.ts';
import type { BulletinFault } from '../../round/bulletin.ts';

const problems: Readonly<Record<BulletinFault['problem'], string>> = {
  notInLedger: 'in the document and not in the ledger',
  notInDocument: 'in the ledger and not in the document',
  nothingSaid: 'settled without a statement of results',
  notApproved: 'to be left out, and nobody has approved it',
};

export const enBulletinRefusals: BulletinRefusalTexts = {
  bulletinIncomplete: ({ faults }) => [
    `The notice cannot be published: ${plural(faults.length, 'item')} to look at.`,
    ...faultLines(
      faults,
      ({ number, problem }) => `${number}: ${problems[problem]}.`,
      (count) => `And ${count} more.`,
    ),
  ],
  bulletinChanged: () => [
    'Somebody else has changed this since you opened it; yours was not saved.',
    'The newest version stands.',
    'Read it, and enter yours again where it is still right.',
  ],
  bulletinUntraced: () => [
    'The file does not say from which records it was computed.',
    'Notices saved by this system do, in each of their forms, until that part is removed.',
    'Compare it with one that is saved anew.',
  ],
  nothingToApprove: () => [
    'There is nothing to approve: the item is published, or leaving it out is approved already.',
  ],
  ownProposal: () => [
    'You proposed to leave this item out yourself.',
    'Somebody else of the inspection office approves it.',
    'Ask a colleague to look at it.',
  ],
};
