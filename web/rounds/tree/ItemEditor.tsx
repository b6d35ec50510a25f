/** The open finding: its words, its place and level, its measures. */
import { Checkbox, Input } from 'antd';
import { useRef } from 'react';
import { Act } from './Act.tsx';
import { LeaveOut } from './LeaveOut.tsx';
import { MeasureEditor } from './MeasureEditor.tsx';
import type { ItemProps } from './item-props.ts';
import { Choice, Field } from '../../ui/Field.tsx';
import { useSpeech } from '../../words.ts';

export function ItemEditor(props: ItemProps) {
  const { finding, take } = props;
  const { w, labels } = useSpeech();
  const { id, measures } = finding;
  const cursor = useRef(0);
  const reword = (field: 'number' | 'title' | 'group') => (event: { readonly target: { readonly value: string } }) =>
    take({ do: 'reword', id, field, text: event.target.value });
  return (
    <div className="tree-editor">
      <div className="tree-names">
        <Field id={`number-${id}`} label={labels.things.number}>
          <Input id={`number-${id}`} value={finding.number ?? ''} onChange={reword('number')} />
        </Field>
        <Field id={`group-${id}`} label={w.wizard.tree.group}>
          <Input id={`group-${id}`} value={finding.group ?? ''} onChange={reword('group')} />
        </Field>
      </div>
      <Field id={`title-${id}`} label={labels.things.finding} hint={w.wizard.tree.splitHint}>
        <Input.TextArea
          id={`title-${id}`}
          aria-describedby={`title-${id}-hint`}
          autoSize
          value={finding.title}
          onChange={reword('title')}
          onSelect={({ currentTarget }) => (cursor.current = currentTarget.selectionStart)}
        />
      </Field>
      <Checkbox
        checked={finding.isImmediate}
        onChange={({ target }) => take({ do: 'setImmediate', id, isOn: target.checked })}
      >
        {labels.things.immediate}
      </Checkbox>
      <Places {...props} cursor={() => cursor.current} />
      <h3 className="small">{labels.things.measures}</h3>
      <ol className="tree-edited">
        {measures.map((measure, index) => (
          <MeasureEditor
            key={measure.id}
            measure={measure}
            index={index}
            count={measures.length}
            take={take}
            act={(step, next = id) => props.act(step, next)}
          />
        ))}
      </ol>
      <div className="row">
        <Act onClick={() => take({ do: 'addMeasure', id, text: '', lines: [] })}>{w.acts.plan.add}</Act>
      </div>
    </div>
  );
}

/** Where the finding goes: up and down, to another level, away. */
function Places({
  finding,
  position,
  partId,
  aboveId,
  parts,
  act,
  find,
  cursor,
}: ItemProps & { cursor: () => number }) {
  const { w } = useSpeech();
  const words = w.wizard.tree;
  const { id } = finding;
  return (
    <div className="row" role="group" aria-label={words.actsOf(finding.number ?? String(position))}>
      <Act onClick={() => find(id)}>{words.inDocument}</Act>
      <Act onClick={() => act({ do: 'moveItem', id, by: -1 })}>{words.up}</Act>
      <Act onClick={() => act({ do: 'moveItem', id, by: 1 })}>{words.down}</Act>
      <Act onClick={() => act({ do: 'split', id, at: cursor() })}>{words.split}</Act>
      {aboveId === null ? null : (
        <>
          <Act onClick={() => act({ do: 'mergeUp', id }, aboveId)}>{words.mergeUp}</Act>
          <Act onClick={() => act({ do: 'intoMeasures', id }, aboveId)}>{words.intoMeasures}</Act>
        </>
      )}
      <Act onClick={() => act({ do: 'headPart', id }, null)}>{words.headPart}</Act>
      {parts.length < 2 ? null : (
        <span className="tree-into">
          <Choice
            label={words.intoPart}
            blank={words.intoPart}
            value=""
            choices={parts.filter(({ value }) => value !== String(partId))}
            onChange={(value) => act({ do: 'intoPart', id, partId: Number(value) })}
          />
        </span>
      )}
      <Act onClick={() => act({ do: 'addItem', below: id, title: '', lines: [] }, null)}>{words.addBelow}</Act>
      <LeaveOut id={id} leaveOut={(reason) => act({ do: 'leaveOut', id, reason }, null)} />
    </div>
  );
}
