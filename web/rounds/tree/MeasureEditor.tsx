/** One measure of the open finding: its words, its order, its level. */
import { Input } from 'antd';
import { Act } from './Act.tsx';
import { LeaveOut } from './LeaveOut.tsx';
import type { Measure } from './tree.ts';
import type { ItemActs } from './item-props.ts';
import { useSpeech } from '../../words.ts';

interface Props extends Pick<ItemActs, 'take' | 'act'> {
  readonly measure: Measure;
  readonly index: number;
  readonly count: number;
}

export function MeasureEditor({ measure: { id, text }, index, count, take, act }: Props) {
  const { w } = useSpeech();
  const words = w.wizard.tree;
  return (
    <li className="stack-8">
      <Input.TextArea
        aria-label={words.measure(index + 1)}
        autoSize
        value={text}
        onChange={({ target }) => take({ do: 'rewordMeasure', id, text: target.value })}
      />
      <div className="row" role="group" aria-label={words.measure(index + 1)}>
        {index === 0 ? null : <Act onClick={() => act({ do: 'moveMeasure', id, by: -1 })}>{words.up}</Act>}
        {index === count - 1 ? null : <Act onClick={() => act({ do: 'moveMeasure', id, by: 1 })}>{words.down}</Act>}
        <Act onClick={() => act({ do: 'measureToItem', id, withBelow: false })}>{words.toItem}</Act>
        {index === count - 1 ? null : (
          <Act onClick={() => act({ do: 'measureToItem', id, withBelow: true })}>{words.toItemWithBelow}</Act>
        )}
        <LeaveOut id={id} leaveOut={(reason) => act({ do: 'leaveOut', id, reason })} />
      </div>
    </li>
  );
}
