/** What is the same in the sentences of both languages: lists of faults, and sizes. */

/** More than a handful at once helps nobody. */
const mostShown = 10;

export const faultLines = <Fault>(
  faults: readonly Fault[],
  line: (fault: Fault) => string,
  rest: (count: number) => string,
): string[] => [
  ...faults.slice(0, mostShown).map(line),
  ...(faults.length > mostShown ? [rest(faults.length - mostShown)] : []),
];
