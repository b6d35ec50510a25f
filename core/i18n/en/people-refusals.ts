/** The English sentences for people who come, change and go. */
import { list, sentenceDate } from '../format.ts';
import { unfitnesses } from './absence.ts';
import { enLabels } from './labels.ts';
import type { PeopleRefusalTexts } from '../record-refusal-texts.ts';
import type { RecordRefusal } from '../../round/record-refusal.ts';

type Held = Extract<RecordRefusal, { code: 'stillHolds' }>['items'];

/** So many are named. */
const most = 10;

const shown = (items: Held): Held => items.slice(0, most);

const said = ({ number, as }: Held[number]): string => `item ${number} (${enLabels.bindings[as].toLowerCase()})`;

export const enPeopleRefusals: PeopleRefusalTexts = {
  lastAdmin: () => ['This is the last admin.', 'The system needs at least one.', 'Name another admin first.'],
  hasLeft: ({ name }) => [
    `The account of ${name} is closed: they have left.`,
    'Whoever has left cannot sign in and gets no mail.',
    'Take them back first if they are here again.',
  ],
  notStandingIn: ({ personId }) => [
    `Nothing says that you stand in for “${personId}” now.`,
    'One acts in another’s place only while their absence lasts.',
    'Look at the absences in your account.',
  ],
  substituteUnfit: ({ name, because }) => [
    `${name} cannot stand in: ${unfitnesses[because]}.`,
    'A substitute is here, has the same kind of post, and is not away.',
    'Name somebody else.',
  ],
  absenceOverlaps: ({ name, from, to }) => [
    `${name} is entered as away from ${sentenceDate(from, 'en')} to ${sentenceDate(to, 'en')} already.`,
    'The absences of one person do not overlap.',
    'Choose other days, or end that one first.',
  ],
  absenceOver: ({ to }) => [
    `This absence was over on ${sentenceDate(to, 'en')}.`,
    'Only one that lasts or is to come can be ended.',
    'Nothing is left to do.',
  ],
  notLiaison: ({ name, unit }) => [
    `${name} is not the liaison of ${unit} any more.`,
    'Only what a person holds can be handed over.',
    'Reload the page to see how things stand.',
  ],
  stillHolds: ({ name, items }) => [
    `After this change ${name} could no longer hold ${list(shown(items).map(said), 'en')}${items.length > most ? `, and ${items.length - most} more` : ''}.`,
    'Every item has to be held by somebody.',
    'Hand them over first, then make the change.',
  ],
};
