/** A part of the document with its heading, which can be reworded, and its findings. */
import { Input } from 'antd';
import { memo } from 'react';
import type { Part } from './tree.ts';
import type { ItemActs, PartName } from './item-props.ts';
import { TreeItem } from './TreeItem.tsx';
import { Act } from './Act.tsx';
import { useSpeech } from '../../words.ts';

interface Props extends ItemActs {
  readonly part: Part;
  /** Of its first finding, over all parts from 1. */
  readonly from: number;
  /** Over all parts from 0. */
  readonly at: number;
  /** The last finding of the part above. */
  readonly aboveId: number | null;
  /** The open finding, where it is one of this part. */
  readonly openId: number | null;
  /** Where a finding can go; none while none is open here. */
  readonly parts: readonly PartName[];
}

export const TreePart = memo(function TreePart({
  part,
  from,
  at,
  aboveId,
  openId,
  parts,
  take,
  act,
  open,
  find,
}: Props) {
  const { w } = useSpeech();
  const acts = { take, act, open, find };
  return (
    <section className="tree-part">
      <div className="tree-heading">
        <Input.TextArea
          id={`entry-${part.id}`}
          aria-label={w.wizard.tree.heading(at + 1)}
          placeholder={w.wizard.tree.noHeading}
          autoSize
          value={part.heading ?? ''}
          onChange={({ target }) => take({ do: 'rewordPart', id: part.id, text: target.value })}
        />
        <span className="quiet small">{w.wizard.items(part.items.length)}</span>
        <span className="row">
          {part.lines.length === 0 ? null : (
            <Act label={w.wizard.tree.headingInDocument(at + 1)} onClick={() => find(part.id)}>
              {w.wizard.tree.inDocument}
            </Act>
          )}
          {at === 0 ? null : <Act onClick={() => act({ do: 'joinPart', id: part.id })}>{w.wizard.tree.joinPart}</Act>}
        </span>
      </div>
      <ol className="tree-items">
        {part.items.map((finding, index) => (
          <TreeItem
            key={finding.id}
            finding={finding}
            position={from + index}
            aboveId={part.items[index - 1]?.id ?? aboveId}
            partId={part.id}
            isOpen={openId === finding.id}
            parts={parts}
            {...acts}
          />
        ))}
      </ol>
    </section>
  );
});
