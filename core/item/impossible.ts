/** What the rules of an item rule out. It is thrown, never papered over: whoever reads on would show or send something untrue. */
import type { Item } from './item.ts';

export class ImpossibleItem extends Error {
  override readonly name = 'ImpossibleItem';

  /** @param lack what an item in this state must have: `an application` */
  constructor({ itemId, state, seq }: Pick<Item, 'itemId' | 'state' | 'seq'>, lack: string) {
    super(`item ${itemId} is ${state} at ${seq} without ${lack}`);
  }
}

/** @throws ImpossibleItem when the value that the item's state implies is missing */
export function implied<Value>(value: Value | null | undefined, item: Item, lack: string): Value {
  if (value === null || value === undefined) throw new ImpossibleItem(item, lack);
  return value;
}
