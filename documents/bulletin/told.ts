/** What a notice tells of an item in the words of its unit, and which fact holds them. */
import type { BulletinItem } from './facts.ts';
import { outcomeOf } from './figures.ts';
import { present } from '../../core/present.ts';

export interface Told {
  /** Empty where nothing was said. */
  readonly text: string;
  readonly seq: number | null;
}

/** Nobody outside has judged what a unit says of an item under way: of that its reports are told. */
export function unitsWords({
  number,
  state,
  statement,
  progress,
  measures,
  seqs,
}: Pick<BulletinItem, 'number' | 'state' | 'statement' | 'progress' | 'measures' | 'seqs'>): Told {
  const isUnderWay = outcomeOf(present(state, `state of item ${number}`)) === 'ongoing';
  if (!isUnderWay && statement !== null) return { text: statement, seq: seqs.statement };
  if (progress !== null) return { text: progress, seq: seqs.progress };
  return { text: measures.join('\n'), seq: seqs.measures };
}
