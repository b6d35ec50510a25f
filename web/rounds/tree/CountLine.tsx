/** The findings that the text counts itself, beside those of the tree as it stands. */
import { ownCount } from '../../../core/round/counts.ts';
import type { Tree } from './tree.ts';
import { useSpeech } from '../../words.ts';

interface Props extends Pick<Tree, 'parts'> {
  /** Every count of findings in the text, in its order. */
  readonly stated: readonly number[];
}

export function CountLine({ stated, parts }: Props) {
  const { w } = useSpeech();
  const count = ownCount(stated, { parts });
  const differs = count !== null && count.stated !== count.found;
  return (
    <p className={differs ? 'count-line missing' : 'count-line'} role="status">
      {count === null ? w.wizard.tree.noCount : w.wizard.tree.ownCount(count.stated, count.found, count.countedAs)}
    </p>
  );
}
