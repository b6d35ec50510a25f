/** What facts leave in an item alike: who did it, what they decided, which dates moved. */
import type { EventOf, ItemEvent } from './event.ts';
import type { Deed, Item, ReasonedDeed } from './item.ts';

export type Change = Partial<Omit<Item, 'roundId' | 'itemId' | 'seq'>>;

export const deed = ({ by, forId, at }: Deed): Deed => (forId === undefined ? { by, at } : { by, forId, at });

export const reasoned = ({ reason, ...done }: ReasonedDeed): ReasonedDeed => ({ ...deed(done), reason });

export const verdict = (
  event: EventOf<'endorsed' | 'concurred' | 'closed' | 'interimAccepted' | 'standingAccepted'>,
) => ({
  ...deed(event),
  opinion: event.opinion,
  evidenceIds: event.evidenceIds,
});

/** The days that others held the item move its dates. */
export const moved = ({ at, moved: dates }: Extract<ItemEvent, { readonly moved: unknown }>): Change =>
  dates === null ? {} : { ...dates, dueSetAt: at };

/** An open wish goes with what answers it, or makes it pointless. */
export const noWish = { extensionRequest: null, pauseRequest: null } as const;
