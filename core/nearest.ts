/** The names a misspelt one most likely meant, for "did you mean". Empty when none is near. */
export function nearest(name: string, known: readonly string[]): string[] {
  // Words of very different length are never near, and what was sent may be very long.
  const alike = known.filter((candidate) => Math.abs(candidate.length - name.length) <= 2);
  return alike.filter((candidate) => distance(name.toLowerCase(), candidate.toLowerCase()) <= 2);
}

/** Letters to put in, leave out or change to make one word the other (Levenshtein). */
function distance(left: string, right: string): number {
  // The row of the table above the one that is filled, without its first column.
  let above = Array.from(right, (_, column) => column + 1);
  let last = right.length;
  for (let row = 0; row < left.length; row += 1) {
    let diagonal = row;
    last = row + 1;
    above = above.map((upper, column) => {
      const changed = diagonal + (left[row] === right[column] ? 0 : 1);
      diagonal = upper;
      last = Math.min(last + 1, upper + 1, changed);
      return last;
    });
  }
  return last;
}
