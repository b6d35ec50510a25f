/** What a round has come to: figures counted from the ledger, and the chain of every item verified. */
import { requireMay, type Context } from '../context.ts';
import type { Actor } from '../../core/actor.ts';
import { firstBreak } from '../../db/chain.ts';
import { eventsOf } from '../../db/events.ts';
import { lettersOf } from '../../db/letters.ts';
import { itemsOfRound } from '../../db/items.ts';
import { countSentMails } from '../../db/mails.ts';

export interface Outcome {
  readonly round: string;
  readonly items: number;
  readonly assigned: number;
  /** Mails that left, digests and letters, whatever round they told of. */
  readonly mails: number;
  /** Reminders that the clock decided. */
  readonly reminders: number;
  readonly letters: number;
  /** Items returned, extended, closed, standing at interim results, and still under way. */
  readonly returned: number;
  readonly extended: number;
  readonly closed: number;
  readonly interim: number;
  readonly open: number;
  readonly events: number;
  readonly chainVerified: boolean;
}

export async function outcome({ pool }: Context, actor: Actor, roundId: string): Promise<Outcome> {
  requireMay(actor, 'readRounds');
  const items = (await itemsOfRound(pool, roundId)).map(({ item }) => item);
  const lives = await Promise.all(
    items.map(async ({ itemId }) => ({
      itemId,
      links: await eventsOf(pool, itemId),
      letters: await lettersOf(pool, itemId),
    })),
  );
  const events = lives.flatMap(({ links }) => links.map(({ event }) => event));
  const closed = items.filter(({ state }) => state === 'closed').length;
  const interim = items.filter(({ state }) => state === 'interim').length;
  return {
    round: roundId,
    items: items.length,
    assigned: items.filter(({ handlerId }) => handlerId !== null).length,
    mails: await countSentMails(pool),
    reminders: events.filter(({ type }) => type === 'reminded').length,
    letters: lives.flatMap(({ letters }) => letters).length,
    returned: items.filter(({ returns }) => returns.length > 0).length,
    extended: items.filter(({ extensions }) => extensions.length > 0).length,
    closed,
    interim,
    open: items.length - closed - interim,
    events: events.length,
    chainVerified: lives.every(({ itemId, links }) => firstBreak(itemId, links) === null),
  };
}
