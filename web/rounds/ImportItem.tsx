/** One finding as it was read: its words can be corrected, and it can be marked to be fixed at once. */
import { Checkbox, Input } from 'antd';
import type { NoticeItem, Responsibility } from '../../core/round/notice.ts';
import { Said } from './Said.tsx';
import { useSpeech } from '../words.ts';

interface Props {
  readonly item: NoticeItem;
  readonly position: number;
  readonly said: Responsibility | undefined;
  readonly isImmediate: boolean;
  readonly setTitle: (title: string) => void;
  readonly setImmediate: (isOn: boolean) => void;
}

export function ImportItem({ item, position, said, isImmediate, setTitle, setImmediate }: Props) {
  const { w } = useSpeech();
  const facts = [...(item.group === undefined ? [] : [item.group]), w.wizard.measures(item.measures.length)];
  return (
    <li className="measure import-item">
      <span className="index">{item.number ?? position}</span>
      <div className="stack-8">
        <Input.TextArea
          id={`item-${position}`}
          aria-label={w.wizard.itemTitle(item.number ?? String(position))}
          autoSize={{ minRows: 1, maxRows: 8 }}
          value={item.title}
          onChange={(event) => setTitle(event.target.value)}
        />
        <div className="spread small">
          <span className="quiet">{facts.join(w.separator)}</span>
          <Checkbox checked={isImmediate} onChange={({ target }) => setImmediate(target.checked)}>
            {w.wizard.immediate}
          </Checkbox>
        </div>
        {said === undefined ? null : <Said said={said} />}
      </div>
    </li>
  );
}
