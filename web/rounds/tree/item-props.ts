/** What a finding of the tree is drawn from, and what can be done from there. */
import type { Step } from './steps.ts';
import type { Finding } from './tree.ts';

/** A part as a place to go to: its id and what it is called. */
export interface PartName {
  readonly value: string;
  readonly words: string;
}

export interface ItemActs {
  /** Takes a step and leaves everything where it is. */
  readonly take: (step: Step) => void;
  /** Takes a step and shows the finding that it led to. @param next the finding to be open afterwards, unless it is the same */
  readonly act: (step: Step, next?: number | null) => void;
  readonly open: (id: number | null) => void;
  /** Shows where it stands in the document. */
  readonly find: (id: number) => void;
}

export interface ItemProps extends ItemActs {
  readonly finding: Finding;
  /** Over all parts from 1. */
  readonly position: number;
  readonly partId: number;
  readonly aboveId: number | null;
  readonly parts: readonly PartName[];
}
