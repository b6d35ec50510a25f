/** The words of a notice line by line, in whatever form they came: what only lays them out is no part of them. */
import { saidIn, type Block } from './blocks.ts';
import { textOf } from '../readers/text-of.ts';

/** As a reader sees them. */
export const linesOfBlocks = (blocks: readonly Block[]): readonly string[] => blocks.map(saidIn);

/** @throws UnreadableNotice for a file that is not read */
export async function linesOfFile(bytes: Uint8Array): Promise<readonly string[]> {
  const text = await textOf(bytes);
  const lines = text.replaceAll(/<!--.*?-->/gs, '').split('\n');
  return lines
    .map((line) =>
      line
        .replace(/^#+ /, '')
        .replaceAll(/\\(?=[\\`*_[\]<>|#+.-])/g, '')
        .trim(),
    )
    .filter((line) => line !== '');
}

/** What is compared: words and signs, without the spaces between them. */
export const bare = (line: string): string => line.replaceAll(/[\s\\#]+/g, '');

export interface LineDifference {
  /** 1 for the first line of the file; where one is missing, the line before which it stood. */
  readonly line: number;
  /** Null where it is missing. */
  readonly given: string | null;
  /** Null where it was added. */
  readonly expected: string | null;
}

/** Lines that differ, in order. Around what differs the beginnings and ends are the same. */
export function differencesOf(given: readonly string[], expected: readonly string[]): readonly LineDifference[] {
  const isSame = (at: number, other: number): boolean => {
    const [one, two] = [given[at], expected[other]];
    return one !== undefined && two !== undefined && bare(one) === bare(two);
  };
  let first = 0;
  while (isSame(first, first)) first += 1;
  let last = 0;
  const most = Math.min(given.length, expected.length) - first;
  while (last < most && isSame(given.length - 1 - last, expected.length - 1 - last)) last += 1;
  const [left, right] = [given.slice(first, given.length - last), expected.slice(first, expected.length - last)];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => ({
    line: first + Math.min(index, left.length) + 1,
    given: left[index] ?? null,
    expected: right[index] ?? null,
  })).filter(({ given: one, expected: two }) => one === null || two === null || bare(one) !== bare(two));
}
