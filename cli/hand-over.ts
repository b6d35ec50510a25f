/** `rectify hand-over FROM TO`: all that somebody holds, or single items of it. Without --yes it is only looked at. */
import type { Print } from './registering.ts';
import type { Session } from './session.ts';
import { cut, table } from './table.ts';
import { newCommandId } from '../client/ids.ts';
import { handOverAll, previewHandOver } from '../client/items/hand-over.ts';
import { namesOfAll, personIdOf } from '../client/people/directory.ts';
import { holdings } from '../client/people/leaving.ts';
import { handOverAll as body } from '../client/people/people-bodies.ts';
import { readInput } from '../client/read-input.ts';
import { anyRefusalText } from '../client/refusal-text.ts';
import { notFound, type AnyRefusal } from '../client/refused.ts';
import { catalogue } from '../core/i18n/catalogue.ts';

export interface HandOverOptions {
  /** Ids or addresses. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  /** Empty: all that the person holds, the units that they are liaison of as well. */
  readonly items: readonly string[];
  readonly yes: boolean;
  readonly isJson: boolean;
}

export async function handOver(session: Session, options: HandOverOptions, print: Print): Promise<void> {
  const { context, words, locale } = session;
  const actor = await session.actor();
  const fromId = await personIdOf(context, options.from);
  const toId = await personIdOf(context, options.to);
  const held = await holdings(context, actor, fromId);
  const isAll = options.items.length === 0;
  const stranger = options.items.find((id) => held.items.every((item) => item.id !== id));
  if (stranger !== undefined) throw notFound('item', stranger);
  const asked = readInput(body, {
    commandId: newCommandId(),
    reason: options.reason,
    moves: held.items
      .filter(({ id }) => isAll || options.items.includes(id))
      .map(({ id, as }) => ({ itemId: id, as, toId })),
    units: isAll ? held.units.map(({ id }) => ({ unitId: id, toId })) : [],
  });
  const work = options.yes ? handOverAll : previewHandOver;
  const { items, units, mails } = await work(context, actor, fromId, asked);
  if (options.isJson) return print(JSON.stringify({ items, units, mails }, null, 2));
  if (items.length + units.length === 0) return print(words.nothing);
  const names = await namesOfAll(context);
  const { bindings, things } = catalogue(locale);
  const outcome = (refusal: AnyRefusal | null) =>
    refusal === null ? '✓' : `✗ ${anyRefusalText(refusal, locale, names)}`;
  const rows = [
    ...items.map(({ itemId, number, as, title, refusal }) => [
      ...[itemId, number, as.map((one) => bindings[one]).join(' '), cut(title, 36), outcome(refusal)],
    ]),
    ...units.map(({ unitId, name, refusal }) => [unitId, '', things.liaison, name, outcome(refusal)]),
  ];
  print(table([[words.id, things.number, '', things.finding, ''], ...rows]));
  const done = [...items, ...units].filter(({ refusal }) => refusal === null).length;
  print(options.yes ? words.handedOver(done, mails) : words.handOverSeen(done, mails));
}
