/** The tree of a draft, and the steps that lead to it and back. */
import { useCallback, useMemo } from 'react';
import type { Notice, Unplaced } from '../../../core/round/notice.ts';
import type { Change } from '../../ui/kept-draft.ts';
import { treeAfter, withStep } from './history.ts';
import { stillUnplaced } from './marks.ts';
import type { Step } from './steps.ts';
import { treeOf, type Tree } from './tree.ts';

export interface TreeOfDraft {
  readonly tree: Tree;
  /** What of the document went nowhere yet. */
  readonly unplaced: readonly Unplaced[];
  readonly isChanged: boolean;
  readonly take: (step: Step) => void;
  readonly undo: () => void;
}

interface Kept {
  readonly steps: readonly Step[];
}

interface Document extends Kept {
  readonly source: string;
  readonly notice: Notice;
}

export function useTree({ notice, source, steps }: Document, change: Change<Kept>): TreeOfDraft {
  const read = useMemo(() => treeOf(notice, source), [notice, source]);
  const take = useCallback(
    (step: Step) => change((draft) => ({ steps: withStep(read, draft.steps, step) })),
    [change, read],
  );
  const undo = useCallback(() => change((draft) => ({ steps: draft.steps.slice(0, -1) })), [change]);
  const unplaced = useMemo(() => stillUnplaced(notice.unplaced ?? [], steps), [notice, steps]);
  return { tree: treeAfter(read, steps), unplaced, take, undo, isChanged: steps.length > 0 };
}
