/** `rectify verify`: the ledger against itself. */
import type { Print } from './registering.ts';
import type { Session } from './session.ts';
import { table } from './table.ts';
import { exportAnchors } from '../client/anchors.ts';
import { verifyLedger } from '../client/verify.ts';
import { catalogue } from '../core/i18n/catalogue.ts';

export interface VerifyOptions {
  readonly json?: boolean;
  /** From mails or an export. */
  readonly code?: readonly string[];
}

/** Ends the command with a failure, for whoever runs it by the clock. */
export class LedgerBroken extends Error {
  override readonly name = 'LedgerBroken';
}

/** @throws LedgerBroken when anything was found */
export async function verify(session: Session, { json, code = [] }: VerifyOptions, print: Print): Promise<void> {
  const isJson = json === true;
  const { context, words, locale } = session;
  const found = await verifyLedger(context, await session.actor(), code);
  const { items, facts, files, breaches } = found;
  const { breachKinds } = catalogue(locale);
  if (isJson) print(JSON.stringify(found, null, 2));
  else if (breaches.length > 0)
    print(table(breaches.map(({ kind, id, seq }) => [id, seq === null ? '' : String(seq), breachKinds[kind]])));
  if (breaches.length > 0) throw new LedgerBroken(words.broken(breaches.length));
  if (!isJson) print(words.intact(items, facts, files));
}

/** One line an anchor, as JSON: to be kept where nobody who reaches the ledger reaches them. */
export async function anchors(session: Session, print: Print): Promise<void> {
  for (const anchor of await exportAnchors(session.context, await session.actor())) print(JSON.stringify(anchor));
}
