/** What the demo came to: figures counted from the ledger, and the chain of every item verified. */
import { firstBreak } from '../../db/chain.ts';
import { eventsOf } from '../../db/events.ts';
import { itemsOfRound } from '../../db/items.ts';
import type { Db } from '../../db/pool.ts';

export interface Outcome {
  readonly round: string;
  readonly items: number;
  readonly assigned: number;
  /** Mails that left: digests and letters. */
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

export async function outcomeOf(db: Db, roundId: string): Promise<Outcome> {
  const items = (await itemsOfRound(db, roundId)).map(({ item }) => item);
  const chains = await Promise.all(items.map(async ({ itemId }) => ({ itemId, links: await eventsOf(db, itemId) })));
  const events = chains.flatMap(({ links }) => links.map(({ event }) => event));
  const { rows } = await db.query<{ mails: number; letters: number }>(
    `SELECT (SELECT count(*)::integer FROM mail WHERE state = 'sent') AS mails,
            (SELECT count(*)::integer FROM letter WHERE round_id = $1) AS letters`,
    [roundId],
  );
  const closed = items.filter(({ state }) => state === 'closed').length;
  const interim = items.filter(({ state }) => state === 'interim').length;
  return {
    round: roundId,
    items: items.length,
    assigned: items.filter(({ handlerId }) => handlerId !== null).length,
    mails: rows[0]?.mails ?? 0,
    reminders: events.filter(({ type }) => type === 'reminded').length,
    letters: rows[0]?.letters ?? 0,
    returned: items.filter(({ returns }) => returns.length > 0).length,
    extended: items.filter(({ extensions }) => extensions.length > 0).length,
    closed,
    interim,
    open: items.length - closed - interim,
    events: events.length,
    chainVerified: chains.every(({ itemId, links }) => firstBreak(itemId, links) === null),
  };
}
