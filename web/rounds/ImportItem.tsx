/** One finding as it was read: its words can be corrected, and it can be marked to be fixed at once. */
import { Checkbox, Input } from 'antd';
import type { NoticeItem } from '../../core/round/notice.ts';
import { useSpeech } from '../words.ts';

interface Props {
  readonly item: NoticeItem;
  readonly position: number;
  readonly isImmediate: boolean;
  readonly setTitle: (title: string) => void;
  readonly setImmediate: (isOn: boolean) => void;
}

export function ImportItem({ item, position, isImmediate, setTitle, setImmediate }: Props) {
  const { w, labels } = useSpeech();
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
            {labels.things.immediate}
          </Checkbox>
        </div>
      </div>
    </li>
  );
}
