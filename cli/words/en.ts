/** What the command line itself says, in English; its type is what zh.ts must say too. Labels of the product stand in core/i18n. */
import { plural } from '../../core/i18n/format.ts';

export const en = {
  id: 'Id',
  nothing: 'Nothing fits.',
  moreRounds: 'Older rounds are not shown.',
  more: (count: string) => `${count} in all; the rest is not shown. Narrow the list, or add --json.`,
  chain: (ok: boolean): string => (ok ? '✓ record chain intact' : '✗ record chain was changed'),
  warnings: 'To look at',
  confirm: (count: number) => `${plural(count, 'item')} will be imported. Go on? (y/N) `,
  notConfirmed: 'Nothing was imported.',
  needsYes: 'There is no terminal to confirm at. Check the preview, then add --yes to import.',
  imported: (id: string) => `Imported: ${id} (draft). Next: rectify rounds assign ${id} FILE.csv`,
  assigned: (given: number, all: number) => `${given} of ${plural(all, 'item')} assigned.`,
  launched: (id: string) => `Round ${id} is being launched.`,
  done: (state: string, seq: number) => `Done. The item is now "${state}", record ${seq}.`,
  doubled: (count: number) => `${plural(count, 'mail')} may have arrived twice (--may-have-doubled lists them).`,
  found: (what: string, count: number) => `${what}: ${count}`,
  sound: (looked: number) => `✓ ${plural(looked, 'item')} looked at; all is well.`,
  unsound: (open: number) => `✗ ${plural(open, 'finding')} for an operator to look at.`,
  rebuilt: (begun: number, looked: number) => `${begun} of ${plural(looked, 'item')} begun anew from the ledger.`,
  renewed: (count: number) => `${plural(count, 'item')} begun anew on the code of today.`,
  userAdded: (name: string, id: string) => `Added ${name} (${id}).`,
  password: (password: string) => `Password (shown this once): ${password}`,
  noAddresses:
    'DATABASE_URL is not set, and nothing started with npm start was found here. Run npm start first, or set DATABASE_URL.',
  whoActs: 'Say who acts with --as EMAIL (or RECTIFY_AS).',
  notJson: (name: string) => `${name} is not valid JSON.`,
  unreadable: (path: string, why: string) => `${path} cannot be read (${why}).`,
  unknownAct: (act: string, known: string) => `There is no act "${act}". Known: ${known}.`,
  columns: (allowed: string) => `The first line of the CSV must be ${allowed}.`,
  unreachable: (why: string) =>
    `The database or the Temporal server does not answer (${why}). See that the system is running.`,
};

export type Words = typeof en;
