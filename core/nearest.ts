/** The names a misspelt one most likely meant, for "did you mean". Empty when none is near. */
export function nearest(name: string, known: readonly string[]): string[] {
  // Words of very different length are never near, and what was sent may be very long.
  const alike = known.filter((candidate) => Math.abs(candidate.length - name.length) <= 2);
  return alike.filter((candidate) => distance(name.toLowerCase(), candidate.toLowerCase()) <= 2);
}

/** Letters to put in, leave out or change to make one word the other (Levenshtein). */
function distance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1] ? 0 : 1;
      current.push(
        Math.min((current[column - 1] ?? 0) + 1, (previous[column] ?? 0) + 1, (previous[column - 1] ?? 0) + same),
      );
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
