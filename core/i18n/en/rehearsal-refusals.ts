/** The English sentences for a rehearsal that is not played. */
import { enLabels } from './labels.ts';
import { sentenceDate, plural } from '../format.ts';
import type { RehearsalRefusalTexts } from '../record-refusal-texts.ts';

export const enRehearsalRefusals: RehearsalRefusalTexts = {
  rehearsalOff: () => [
    'Rehearsals are not set up here.',
    'They need a database and a server of their own.',
    'An admin of the machine finds both in the operations guide.',
  ],
  rehearsalUnderWay: () => [
    'Another rehearsal is being played.',
    'One at a time is.',
    'Wait for its end, or break it off.',
  ],
  rehearsalTooLarge: ({ items, most }) => [
    `The round has ${plural(items, 'item')}, too many to rehearse.`,
    `The limit is ${most}.`,
  ],
  rehearsalUntil: ({ given, earliest, latest }) => [
    `A rehearsal cannot end on ${sentenceDate(given, 'en')}.`,
    `It ends between ${sentenceDate(earliest, 'en')} and ${sentenceDate(latest, 'en')}.`,
  ],
  nothingToRehearse: ({ state }) => [
    `The round is "${enLabels.roundStates[state]}", so there is nothing to rehearse.`,
    'Drafts and rounds under way are rehearsed.',
  ],
  changeOfDraft: () => [
    'A draft has no items under way, so nothing of theirs can be changed.',
    'Change the draft itself, and rehearse it again.',
  ],
  noLastRound: () => [
    'No round has come to its end here, so nobody knows how long people took.',
    'Choose another assumption.',
  ],
};
