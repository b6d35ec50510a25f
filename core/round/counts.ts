/** How many findings a tree of parts holds, and whether a count that the text states is one of those. */
import type { NoticeItem } from './notice.ts';

/** What a text may count as its findings: each of them, the headings above them, or its parts. */
export type CountedAs = 'items' | 'groups' | 'parts';

/** As much of a notice as is counted. */
export interface Countable {
  readonly parts: readonly { readonly items: readonly Pick<NoticeItem, 'group'>[] }[];
}

/** A group is counted by its outermost heading within its part. */
export function countsOf({ parts }: Countable): Readonly<Record<CountedAs, number>> {
  const groups = new Set(parts.flatMap((part, at) => part.items.map(({ group }) => `${at} ${outermost(group)}`)));
  return {
    items: parts.reduce((sum, { items }) => sum + items.length, 0),
    groups: groups.size,
    parts: parts.length,
  };
}

const outermost = (group: string | undefined): string => (group === undefined ? '' : group.replace(/ \/ .*$/s, ''));

/** The finest first. */
const kinds: readonly CountedAs[] = ['items', 'groups', 'parts'];

/** A text that states several counts means one of them or their sum. */
export const isStated = (stated: readonly number[], count: number): boolean =>
  stated.includes(count) || stated.reduce((sum, one) => sum + one, 0) === count;

export interface OwnCount {
  readonly stated: number;
  readonly found: number;
  readonly countedAs: CountedAs;
}

/** The text's count of its findings beside the tree's; null where the text states none. @param stated in the order of the text */
export function ownCount(stated: readonly number[], tree: Countable): OwnCount | null {
  const [first] = stated;
  if (first === undefined) return null;
  const counts = countsOf(tree);
  const agreeing = kinds.find((kind) => isStated(stated, counts[kind]));
  if (agreeing !== undefined) return { stated: counts[agreeing], found: counts[agreeing], countedAs: agreeing };
  return { stated: first, found: counts.items, countedAs: 'items' };
}
