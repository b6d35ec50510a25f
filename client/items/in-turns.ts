/** Acts on many items, side by side. */

/** So many at a time: each waits for its run, and none waits long. */
const atOnce = 8;

/** @returns what was made of each, in their order */
export async function inTurns<Given, Made>(
  given: readonly Given[],
  make: (one: Given) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (let from = 0; from < given.length; from += atOnce) {
    const settled = await Promise.allSettled(given.slice(from, from + atOnce).map(make));
    // Nothing more is begun where a part of the installation is away; what was begun has ended.
    for (const one of settled) if (one.status === 'rejected') throw one.reason;
    made.push(...settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
  }
  return made;
}
