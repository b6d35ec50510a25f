/** Which names are one: whoever fills in a template writes them with a capital, spaced out, or in full width. */

/** One for all ways of writing it. */
export const plainName = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

export const isAlike = (one: string, other: string): boolean => plainName(one) === plainName(other);

export const named = <One extends { readonly name: string }>(all: readonly One[], name: string): readonly One[] =>
  all.filter((one) => isAlike(one.name, name));

/** Whoever is meant by an address, or else by a name, which several may have. */
export function called<One extends { readonly name: string; readonly email: string }>(
  people: readonly One[],
  given: string,
): readonly One[] {
  const byAddress = people.filter(({ email }) => isAlike(email, given));
  return byAddress.length > 0 ? byAddress : named(people, given);
}
