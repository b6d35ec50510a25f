/** `rectify notice verify`: a file of a notice against the ledger. */
import { bytesOf } from './parse.ts';
import type { Print } from './registering.ts';
import type { Session } from './session.ts';
import { LedgerBroken } from './verify.ts';
import type { Words } from './words.ts';
import { verifyBulletin } from '../client/bulletin/verify.ts';
import { present } from '../core/present.ts';
import type { LineDifference } from '../documents/bulletin/lines.ts';

/** @throws LedgerBroken where file and ledger do not say the same */
export async function verifyNotice(session: Session, path: string, isJson: boolean, print: Print): Promise<void> {
  const { context, words } = session;
  const bytes = await bytesOf(path);
  const found = await verifyBulletin(context, await session.actor(), new Uint8Array(bytes));
  const { isSealed, isAsWritten, otherFacts, differences, asOf } = found;
  const faults = [
    ...(isSealed === false ? [words.noticeVerified.unsealed] : []),
    ...(isAsWritten ? [] : [words.noticeVerified.altered]),
    ...(otherFacts.length === 0 ? [] : [words.noticeVerified.otherFacts(otherFacts.join(', '))]),
    ...(isAsWritten && differences.length > 0 ? [words.noticeVerified.otherLedger] : []),
    ...differences.map((difference) => lineOf(difference, words)),
  ];
  if (isJson) print(JSON.stringify(found, null, 2));
  else for (const fault of faults) print(fault);
  if (faults.length > 0) throw new LedgerBroken(words.broken(faults.length));
  if (isJson) return;
  print(words.noticeVerified.equal(asOf));
  if (isSealed === null) print(words.noticeVerified.otherKey);
}

function lineOf({ line, given, expected }: LineDifference, { noticeVerified }: Words): string {
  if (given !== null && expected !== null) return noticeVerified.differs(line, given, expected);
  return given === null
    ? noticeVerified.missing(line, present(expected, `line ${line} of either`))
    : noticeVerified.added(line, given);
}
