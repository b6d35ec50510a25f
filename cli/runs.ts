/** `rectify doctor`, `rectify rebuild`, `rectify renew` */
import type { Session } from './session.ts';
import { table } from './table.ts';
import { examineRuns, foundFaults, renewRuns } from '../client/runs.ts';
import { findingKinds } from '../core/finding.ts';
import { catalogue } from '../core/i18n/catalogue.ts';
import { dateTime } from '../core/i18n/format.ts';

type Print = (text: string) => void;

/** A look at everything, now; a green line when all is well. */
export async function doctor(session: Session, isJson: boolean, print: Print): Promise<void> {
  const { context, words, locale } = session;
  const actor = await session.actor();
  const looked = await examineRuns(context, actor);
  const { findings, open } = await foundFaults(context, actor);
  if (isJson) return print(JSON.stringify({ ...looked, open, findings }, null, 2));
  const { findingKinds: kinds } = catalogue(locale);
  for (const kind of findingKinds) {
    const count = looked.found[kind] ?? 0;
    if (count > 0) print(words.found(kinds[kind], count));
  }
  const waiting = findings.filter(({ mendedAt }) => mendedAt === null);
  if (waiting.length > 0)
    print(table(waiting.map(({ kind, itemId, at }) => [dateTime(at, locale), itemId ?? '', kinds[kind]])));
  print(open === 0 ? words.sound(looked.looked) : words.unsound(open));
}

export async function rebuild(session: Session, print: Print): Promise<void> {
  const { looked, found } = await examineRuns(session.context, await session.actor());
  const begun = findingKinds.reduce((sum, kind) => sum + (found[kind] ?? 0), 0);
  print(session.words.rebuilt(begun, looked));
}

export async function renew(session: Session, perSecond: number, print: Print): Promise<void> {
  const { renewed } = await renewRuns(session.context, await session.actor(), perSecond);
  print(session.words.renewed(renewed));
}
