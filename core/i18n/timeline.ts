/** The shape of the timeline: one sentence for every fact of an item. Who and when stand beside it, not in it. */
import type { EventOf, ItemEventType } from '../item/event.ts';
import type { Names } from './names.ts';

export type EventTexts = {
  readonly [Type in ItemEventType]: (event: EventOf<Type>, names: Names) => string;
};
