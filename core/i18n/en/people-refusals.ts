/** The English sentences for people who come, change and go. */
import { list } from '../format.ts';
import { enLabels } from './labels.ts';
import type { RecordRefusalTexts } from '../record-refusal-texts.ts';
import type { RecordRefusal } from '../../round/record-refusal.ts';

type Held = Extract<RecordRefusal, { code: 'stillHolds' }>['items'];

/** So many are named. */
const most = 10;

const shown = (items: Held): Held => items.slice(0, most);

const said = ({ number, as }: Held[number]): string => `item ${number} (${enLabels.bindings[as].toLowerCase()})`;

export const enPeopleRefusals: Pick<RecordRefusalTexts, 'lastAdmin' | 'hasLeft' | 'notLiaison' | 'stillHolds'> = {
  lastAdmin: () => ['This is the last admin.', 'The system needs at least one.', 'Name another admin first.'],
  hasLeft: ({ name }) => [
    `The account of ${name} is closed: they have left.`,
    'Whoever has left cannot sign in and gets no mail.',
    'Take them back first if they are here again.',
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
