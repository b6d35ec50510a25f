/** The words for handing over what a person holds, in English. */
import { plural } from '../../../core/i18n/format.ts';

export const handOver = {
  holds: (items: number) =>
    items === 0 ? 'Holds no open item.' : `Holds ${plural(items, 'open item')}, to be handed over:`,
  all: 'Successor for all that fit',
  lead: 'Each place goes to the person chosen beside it; what has nobody chosen stays.',
  preview: 'See what would happen',
  would: (places: number, mails: number) =>
    `${plural(places, 'place')} would be handed over, with ${plural(mails, 'mail')} at the next slot.`,
  done: (places: number, mails: number) =>
    `${plural(places, 'place')} handed over, with ${plural(mails, 'mail')} at the next slot.`,
  nobodyChosen: 'No successor is chosen.',
};
