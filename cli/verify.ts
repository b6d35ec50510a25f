/** `rectify verify`: the ledger against itself. */
import type { Session } from './session.ts';
import { table } from './table.ts';
import { verifyLedger } from '../client/verify.ts';
import { catalogue } from '../core/i18n/catalogue.ts';

/** Ends the command with a failure, for whoever runs it by the clock. */
export class LedgerBroken extends Error {
  override readonly name = 'LedgerBroken';
}

/** @throws LedgerBroken when anything was found */
export async function verify(session: Session, isJson: boolean, print: (text: string) => void): Promise<void> {
  const { context, words, locale } = session;
  const found = await verifyLedger(context, await session.actor());
  const { items, facts, files, breaches } = found;
  const { breachKinds } = catalogue(locale);
  if (isJson) print(JSON.stringify(found, null, 2));
  else if (breaches.length > 0)
    print(table(breaches.map(({ kind, id, seq }) => [id, seq === null ? '' : String(seq), breachKinds[kind]])));
  if (breaches.length > 0) throw new LedgerBroken(words.broken(breaches.length));
  if (!isJson) print(words.intact(items, facts, files));
}
