/** The words of the page that rehearses a round, in English. */
import { enRehearsal } from '../../../core/i18n/en/rehearsal.ts';
import { plural } from '../../../core/i18n/format.ts';

export const rehearsal = {
  ...enRehearsal,
  lead: 'The round is played on a copy with skipped time. Nobody gets a mail, and nothing is kept.',
  begin: 'Rehearse',
  breakOff: 'Break off',
  stopped: 'The rehearsal was broken off.',
  failed: 'The rehearsal failed through a fault of ours; an admin of the machine finds it in the log.',
  months: (count: number) => plural(count, 'month'),
  got: (mails: number, letters: number) => `${mails}${letters > 0 ? ` (${plural(letters, 'letter')})` : ''}`,
  nothing: 'Nobody would get anything.',
  unsureDates: (name: string, count: number) => `${name}: ${plural(count, 'date')}`,
  climbs: (letter: string, name: string, items: number) => `${letter} to ${name}: ${plural(items, 'item')}`,
};
