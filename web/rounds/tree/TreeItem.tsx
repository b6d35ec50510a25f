/** One finding with its measures as they will be; pressed, it opens for editing. */
import { memo } from 'react';
import { ItemEditor } from './ItemEditor.tsx';
import type { ItemProps } from './item-props.ts';
import { InferredFields } from './InferredFields.tsx';
import { Said } from '../Said.tsx';
import { useSpeech } from '../../words.ts';

export const TreeItem = memo(function TreeItem({ isOpen, ...props }: ItemProps & { readonly isOpen: boolean }) {
  const { w, labels } = useSpeech();
  const { finding, position, open } = props;
  const { id, title, measures, group, number } = finding;
  const name = number ?? String(position);
  return (
    <li className={isOpen ? 'tree-item tree-open' : 'tree-item'}>
      <button
        type="button"
        className="tree-name"
        id={`entry-${id}`}
        aria-expanded={isOpen}
        onClick={() => open(isOpen ? null : id)}
      >
        <span className="index">{name}</span>
        <span>{isOpen ? w.wizard.itemTitle(name) : title.trim() === '' ? w.wizard.tree.noTitle : title}</span>
      </button>
      <InferredFields grounds={finding.grounds} />
      {isOpen ? (
        <ItemEditor {...props} />
      ) : (
        <>
          {group === undefined && !finding.isImmediate ? null : (
            <p className="tree-measures quiet small">
              {[
                ...(group === undefined ? [] : [group]),
                ...(finding.isImmediate ? [labels.things.immediate] : []),
              ].join(w.separator)}
            </p>
          )}
          <ol className="tree-measures small">
            {measures.map((measure) => (
              <li key={measure.id}>{measure.text}</li>
            ))}
          </ol>
          {finding.said === null ? null : <Said said={finding.said} />}
        </>
      )}
    </li>
  );
});
