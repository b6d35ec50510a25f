/**
 * The API's seal (签章) on a command, as text: what it covers. The key and the arithmetic stand outside (client, activities).
 *
 * A command travels to the ledger through Temporal, and whoever reaches Temporal could write one. The ledger therefore keeps
 * a person's fact only with a seal that the API made for this item, this act, this person and these words.
 */
import { namesUnder } from '../actor.ts';
import { canonical } from '../canonical.ts';
import type { ItemCommand, Press } from './command.ts';

export interface Seal {
  /** Names the key among those in use, so that keys can be replaced while commands are on their way. */
  readonly keyId: string;
  /** Ed25519 (RFC 8032) over {@link sealText}, base64. */
  readonly signature: string;
}

/** A command with the seal of the API that took it from a signed-in person. */
export interface Sealed<Command extends ItemCommand = ItemCommand> {
  readonly command: Command;
  readonly seal: Seal;
}

export const sealText = (itemId: string, command: ItemCommand): string => canonical({ itemId, command });

/**
 * Whether two commands of one id are the same press: the same act, by the same person, with the same words. What the person
 * was entitled to at either time is no part of it.
 */
export const isSamePress = (command: ItemCommand, press: Press): boolean =>
  pressText(pressedOf(command)) === pressText(press);

/** A command less what was looked up for it. */
export function pressedOf(command: ItemCommand): Press {
  if (command.type !== 'addEvidence') return command;
  const { file: _, ...pressed } = command;
  return pressed;
}

const pressText = ({ actor, ...pressed }: Press): string => canonical({ ...pressed, names: namesUnder(actor) });
