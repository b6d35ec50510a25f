/** How many bytes a body may have, by what it carries: what needs a few kilobytes is not given a megabyte to fill. */
import { rulesOfAct, type CommandType } from '../core/item/acts.ts';

const kilobyte = 1024;

export const bodyLimits = {
  /** Names, ids, dates, choices. */
  fields: 8 * kilobyte,
  /** One text or two: each as long as `client/primitives.ts` carries, at three bytes a character. */
  texts: 128 * kilobyte,
  /** A text for each measure, or the policy of a round. */
  lists: 1024 * kilobyte,
  /** A document with its notice beside it, or the people of all its items; larger ones are not notices. */
  document: 12 * 1024 * kilobyte,
} as const;

export function actBodyLimit(type: CommandType): number {
  const kinds = Object.values(rulesOfAct(type).fields).map(({ kind }) => kind);
  if (kinds.includes('measures') || kinds.includes('unproven')) return bodyLimits.lists;
  return kinds.includes('text') ? bodyLimits.texts : bodyLimits.fields;
}
