/** What does not come into the round, with the reasons, each with its way back. */
import { Act } from './Act.tsx';
import type { Step } from './steps.ts';
import { wordsOf, type Tree } from './tree.ts';
import { useSpeech } from '../../words.ts';

interface Props extends Pick<Tree, 'leftOut'> {
  readonly act: (step: Step, next: null) => void;
}

export function LeftOutList({ leftOut, act }: Props) {
  const { w, labels } = useSpeech();
  if (leftOut.length === 0) return null;
  return (
    <section className="card stack-8">
      <h2>{w.wizard.tree.leftOut(leftOut.length)}</h2>
      <ul className="measure-list">
        {leftOut.map((one, at) => {
          const title = wordsOf(one);
          return (
            <li key={'finding' in one ? one.finding.id : one.measure.id} className="stack-8">
              <span>{title}</span>
              <span className="spread small">
                <span className="quiet">{`${labels.fields.reason}${w.colon}${one.reason}`}</span>
                <Act label={w.wizard.tree.takeBackOf(title)} onClick={() => act({ do: 'takeBack', at }, null)}>
                  {w.wizard.tree.takeBack}
                </Act>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
