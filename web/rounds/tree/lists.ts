/** What newer browsers do with lists themselves; those of some offices do not. */

export const replaced = <One>(list: readonly One[], at: number, one: One): readonly One[] =>
  list.map((old, index) => (index === at ? one : old));

export const spliced = <One>(
  list: readonly One[],
  at: number,
  count: number,
  ...added: readonly One[]
): readonly One[] => [...list.slice(0, at), ...added, ...list.slice(at + count)];

export const moved = <One>(list: readonly One[], at: number, by: number): readonly One[] => {
  const rest = spliced(list, at, 1);
  return [...rest.slice(0, at + by), ...list.slice(at, at + 1), ...rest.slice(at + by)];
};
