/** The beginning of a life: nothing after the first fact of a later day, whatever its clock said. */
export function before<Fact extends { readonly at: string }>(facts: readonly Fact[], end: string): Fact[] {
  const first = facts.findIndex(({ at }) => at >= end);
  return first < 0 ? [...facts] : facts.slice(0, first);
}
