/** `rectify items …` */
import { BadInput } from './bad-input.ts';
import { jsonOf } from './files.ts';
import type { Print } from './registering.ts';
import type { Session } from './session.ts';
import { cut, table } from './table.ts';
import { act } from '../client/items/acts.ts';
import { actBodies } from '../client/items/act-bodies.ts';
import { newCommandId } from '../client/ids.ts';
import { item, items, type ItemSearch } from '../client/items/items.ts';
import type { Names } from '../core/i18n/names.ts';
import { namesOfAll } from '../client/people/directory.ts';
import { readInput } from '../client/read-input.ts';
import { roundAsOf, type AsOfSearch } from '../client/items/as-of.ts';
import { actsOfItems } from '../core/item/acts.ts';
import type { Press } from '../core/item/command.ts';
import { doerText } from '../core/i18n/doer.ts';
import { catalogue, eventText, lightText } from '../core/i18n/catalogue.ts';
import { dateTime, listTotal, workingDaysLeft } from '../core/i18n/format.ts';
import { lights } from '../core/item/light.ts';
import type { Turn } from '../core/item/turn.ts';
import type { Locale } from '../core/locale.ts';

export async function listItems(session: Session, search: ItemSearch, isJson: boolean, print: Print): Promise<void> {
  const { context, words } = session;
  const page = await items(context, await session.actor(), search);
  if (isJson) return print(JSON.stringify(page, null, 2));
  if (page.items.length === 0) return print(words.nothing);
  await printRows(session, page.items, print);
  if (page.next !== null) print(words.more(listTotal(page.total)));
}

type Row = Omit<Awaited<ReturnType<typeof items>>['items'][number], 'acts' | 'isBroken'>;

async function printRows({ context, words, locale }: Session, found: readonly Row[], print: Print): Promise<void> {
  const names = await namesOfAll(context);
  const { states, things } = catalogue(locale);
  const rows = found.map((row) => [
    row.id,
    row.number,
    lightText(row.light, locale),
    states[row.state],
    row.dueOn ?? '',
    names.unit(row.unitId ?? ''),
    cut(row.title, 48),
  ]);
  print(
    table([
      [words.id, things.number, things.light, things.state, things.due, things.responsibleUnit, things.finding],
      ...rows,
    ]),
  );
}

/** The items of a round as they stood at the end of a past day, with how many stood how. */
export async function listAsOf(
  session: Session,
  { round, ...search }: AsOfSearch & { readonly round: string },
  isJson: boolean,
  print: Print,
): Promise<void> {
  const { context, words, locale } = session;
  const then = await roundAsOf(context, await session.person(), round, search);
  if (isJson) return print(JSON.stringify(then, null, 2));
  if (then.items.length === 0) return print(words.nothing);
  await printRows(session, then.items, print);
  const figures = lights.map((light) => `${lightText(light, locale)} ${then.figures.lights[light]}`);
  print(`${then.date} · ${figures.join(' · ')}`);
}

export async function showItem(session: Session, id: string, isJson: boolean, print: Print): Promise<void> {
  const { context, locale } = session;
  const found = await item(context, await session.actor(), id);
  if (isJson) return print(JSON.stringify(found, null, 2));
  const names = await namesOfAll(context);
  const { chain, states, things, mailLines } = catalogue(locale);
  const left = found.workingDaysLeft === null ? '' : ` · ${workingDaysLeft(found.workingDaysLeft, locale)}`;
  print(`${found.number}  ${found.title}`);
  print(`${lightText(found.light, locale)} · ${states[found.state]} · ${things.due} ${found.dueOn ?? '—'}${left}`);
  print(
    [
      [things.responsibleUnit, names.unit(found.unitId ?? '—')],
      [things.handler, names.person(found.handlerId ?? '—')],
      [things.leadLeader, names.person(found.leadLeaderId ?? '—')],
      [things.waitingOn, turnText(found.turn, locale, names)],
    ]
      .map(([label, value]) => `${label}: ${value}`)
      .join(' · '),
  );
  print(`\n${things.timeline}`);
  for (const event of found.events) {
    const who = event.by === null ? things.byClock : doerText(event, locale, names.person);
    print(
      `${String(event.seq).padStart(4)}  ${dateTime(event.at, locale)}  ${who}  ${eventText(event, locale, names)}`,
    );
  }
  print(found.chainVerified ? `✓ ${chain.intact}` : `✗ ${chain.broken}`);
  if (found.stepsAhead.length > 0) print(`\n${things.ahead}`);
  for (const step of found.stepsAhead) print(`      ${dateTime(step.at, locale)}  ${mailLines[step.kind]}`);
}

/** Responsible unit, Sign for, 2026-01-08 */
function turnText(
  turn: Pick<Turn, 'party' | 'act' | 'dueOn' | 'unitIds'> | null,
  locale: Locale,
  names: Names,
): string {
  if (turn === null) return '—';
  const { parties, acts } = catalogue(locale);
  const act = turn.act === null ? [] : [acts[turn.act]];
  const units = turn.unitIds.map(names.unit);
  return [parties[turn.party], ...units, ...act, ...(turn.dueOn === null ? [] : [turn.dueOn])].join(' ');
}

export interface ActOptions {
  readonly item: string;
  /** `submitPlan` or `submit-plan`. */
  readonly act: string;
  /** The fields of the command; the command id is made here when it is left out. */
  readonly json: string;
}

export async function actOnItem(session: Session, options: ActOptions, print: Print): Promise<void> {
  const { words, locale, context } = session;
  const name = options.act.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const type = actsOfItems.find((known) => known === name);
  if (type === undefined) throw new BadInput(words.unknownAct(options.act, actsOfItems.join(', ')));
  const body = { commandId: newCommandId(), ...(jsonOf(options.json, '--json', words) as object) };
  const press = { ...readInput(actBodies[type], body), type, actor: await session.actor() } as Press;
  const { state, seq } = await act(context, options.item, press);
  print(words.done(catalogue(locale).states[state], seq));
}
