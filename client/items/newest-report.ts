/** What a unit last reported, by itself or entered for it. */
import type { EventOf, ItemEvent } from '../../core/item/event.ts';

type Report = EventOf<'progressReported' | 'progressRecorded'>;

const isReport = (fact: ItemEvent): fact is Report =>
  fact.type === 'progressReported' || fact.type === 'progressRecorded';

export const newestReport = (facts: readonly ItemEvent[]): Report | undefined => facts.findLast(isReport);
