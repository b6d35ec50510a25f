/** `rectify doctor`, `rectify rebuild`, `rectify recover`, `rectify renew` */
import type { Print } from './registering.ts';
import type { Session } from './session.ts';
import { table } from './table.ts';
import { lostActs, recoverActs } from '../client/recovery.ts';
import { anyRefusalText } from '../client/refusal-text.ts';
import { readiness } from '../client/readiness.ts';
import { examineRuns, foundFaults, renewRuns } from '../client/runs.ts';
import { namesOfAll } from '../client/people/directory.ts';
import { faultKinds } from '../core/fault.ts';
import { catalogue } from '../core/i18n/catalogue.ts';
import { dateTime } from '../core/i18n/format.ts';

const keysOf = <Key extends string>(table: Readonly<Record<Key, string>>): Key[] => Object.keys(table) as Key[];

/** A look at everything, now; a green line when all is well. */
export async function doctor(session: Session, isJson: boolean, print: Print): Promise<void> {
  const { context, words, locale } = session;
  const found = await readiness(context);
  const { faultKinds: kinds, parts, partStates, troubles } = catalogue(locale);
  if (!isJson)
    for (const part of keysOf(parts))
      if (found.parts[part] !== 'ready') print(words.notReady(parts[part], partStates[found.parts[part]]));
  // Without all of its parts there is nothing that could look at the items.
  if (!found.isReady) return isJson ? print(JSON.stringify(found, null, 2)) : undefined;
  const actor = await session.actor();
  const looked = await examineRuns(context, actor);
  const { faults, open } = await foundFaults(context, actor);
  if (isJson) return print(JSON.stringify({ ...found, ...looked, open, faults }, null, 2));
  for (const trouble of keysOf(troubles)) {
    const count = found.troubles[trouble] ?? 0;
    if (count > 0) print(words.found(troubles[trouble], count));
  }
  for (const kind of faultKinds) {
    const count = looked.found[kind] ?? 0;
    if (count > 0) print(words.found(kinds[kind], count));
  }
  const waiting = faults.filter(({ mendedAt }) => mendedAt === null);
  if (waiting.length > 0)
    print(table(waiting.map(({ kind, itemId, at }) => [dateTime(at, locale), itemId ?? '', kinds[kind]])));
  print(open === 0 ? words.sound(looked.looked) : words.unsound(open));
}

export async function rebuild(session: Session, print: Print): Promise<void> {
  const { looked, found } = await examineRuns(session.context, await session.actor());
  const begun = faultKinds.reduce((sum, kind) => sum + (found[kind] ?? 0), 0);
  print(session.words.rebuilt(begun, looked));
}

export interface RecoverOptions {
  /** Lists only, when neither this nor `item` is given. */
  readonly all?: boolean;
  readonly item?: string;
  readonly json?: boolean;
}

/** What people were told is done and only Temporal still knows: listed, or done again. */
export async function recover(session: Session, options: RecoverOptions, print: Print): Promise<void> {
  const { context, words, locale } = session;
  const actor = await session.actor();
  const itemIds = options.item === undefined ? null : [options.item];
  if (itemIds === null && options.all !== true) return listLost(session, options.json === true, print);
  const recovered = await recoverActs(context, actor, itemIds);
  if (options.json === true) return print(JSON.stringify(recovered, null, 2));
  for (const { itemId, refusal } of recovered.refused) print(`${itemId}: ${anyRefusalText(refusal, locale)}`);
  print(words.recovered(recovered.done));
}

async function listLost({ context, words, locale, ...session }: Session, isJson: boolean, print: Print): Promise<void> {
  const lost = await lostActs(context, await session.actor());
  if (isJson) return print(JSON.stringify(lost, null, 2));
  const names = await namesOfAll(context);
  const { acts } = catalogue(locale);
  const rows = lost.map(({ itemId, act, personId, at }) => [
    dateTime(at, locale),
    itemId,
    acts[act],
    names.person(personId),
  ]);
  if (rows.length > 0) print(table(rows));
  print(words.lost(lost.length));
}

export async function renew(session: Session, perSecond: number, print: Print): Promise<void> {
  const { renewed } = await renewRuns(session.context, await session.actor(), perSecond);
  print(session.words.renewed(renewed));
}
