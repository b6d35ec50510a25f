/** What both twins of a digest show: rows in order and cut, the same sentences. */
import type { DigestFacts, DigestRow } from './facts.ts';

export interface DigestView {
  readonly facts: DigestFacts;
  readonly rows: readonly DigestRow[];
  readonly moreRows: number;
  readonly changes: DigestFacts['changes'];
  readonly moreChanges: number;
  readonly subject: string;
  readonly opening: string;
}
