/** How many items a worker keeps at hand between their tasks; what it lets go is read again from its history when needed. */
import { getHeapStatistics } from 'node:v8';

/** Live in the heap for an item at hand, MB; `npm run bench -- memory`. */
const itemMb = 0.3;

/** Of a heap, what may live in it; the rest is room for what the next collection finds dead. */
const liveShare = 0.4;

/** A worker alone on a large machine: more would only be forgotten later. */
const most = 2000;

/** By the heap that Node was given (`--max-old-space-size`): whoever limits the memory limits the cache with it. */
export const itemsAtHand = (heapMb = getHeapStatistics().heap_size_limit / 1e6): number =>
  Math.min(most, Math.floor((heapMb * liveShare) / itemMb));
