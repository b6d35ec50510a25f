/** The document at the left, its findings at the right, each leading to its place in the other. */
import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { Act } from './Act.tsx';
import { CountLine } from './CountLine.tsx';
import type { PartName } from './item-props.ts';
import { LeftOutList } from './LeftOutList.tsx';
import { findingAbove, marksOf } from './marks.ts';
import { linesOf } from './places.ts';
import { SourceLines } from './SourceLines.tsx';
import type { Step } from './steps.ts';
import { findingsOf, type Tree } from './tree.ts';
import { TreePart } from './TreePart.tsx';
import { useLeads } from './use-leads.ts';
import type { TreeOfDraft } from './use-tree.ts';
import { useIsNarrow } from '../../ui/sizes.ts';
import { useSpeech } from '../../words.ts';

interface Props extends TreeOfDraft {
  readonly source: string;
  readonly stated: readonly number[];
}

const noParts: readonly PartName[] = [];
const noLines: readonly number[] = [];

export function TreeCheck({ source, stated, tree, unplaced, isChanged, take, undo }: Props) {
  const { w, labels } = useSpeech();
  const isNarrow = useIsNarrow();
  const { openId, view, lead, setOpen, setView, open, find, toEntry, settle } = useLeads();
  const latest = useRef(tree);
  useEffect(() => {
    latest.current = tree;
  });
  const act = useCallback(
    (step: Step, next?: number | null) => {
      const made = latest.current.nextId;
      take(step);
      if (step.do === 'addItem') setOpen(made);
      else if (next !== undefined) setOpen(next);
      settle();
    },
    [take, setOpen, settle],
  );
  // The document may follow a moment after what is typed.
  const settled = useDeferredValue(tree);
  const marks = useMemo(() => marksOf(settled, unplaced), [settled, unplaced]);
  const lines = useMemo(() => linesOf(source), [source]);
  const addItem = useCallback(
    (line: number, title: string) => {
      act({ do: 'addItem', below: findingAbove(marks, line), title, lines: [line] });
      setView('tree');
    },
    [act, marks, setView],
  );
  const addMeasure = useCallback(
    (line: number, text: string) => {
      const isOpen = findingsOf(latest.current).some((one) => one.id === openId);
      const id = isOpen ? openId : findingAbove(marks, line);
      if (id === null) return;
      act({ do: 'addMeasure', id, text, lines: [line] }, id);
      setView('tree');
    },
    [act, marks, openId, setView],
  );
  const shown = useMemo(() => linesOfEntry(tree, openId), [tree, openId]);
  return (
    <>
      {isNarrow ? (
        <span className="segmented no-print" role="group" aria-label={w.wizard.tree.views}>
          <button type="button" aria-pressed={view === 'source'} onClick={() => setView('source')}>
            {labels.things.feedbackDocument}
          </button>
          <button type="button" aria-pressed={view === 'tree'} onClick={() => setView('tree')}>
            {labels.things.items}
          </button>
        </span>
      ) : null}
      <div className="tree-check">
        <section className="source-side" hidden={isNarrow && view !== 'source'}>
          <div className="tree-head spread">
            <h2>{labels.things.feedbackDocument}</h2>
            <Unplaced lines={unplaced.map(({ line }) => line)} />
          </div>
          <SourceLines
            lines={lines}
            marks={marks}
            shown={shown}
            lead={lead}
            label={labels.things.feedbackDocument}
            toEntry={toEntry}
            addItem={addItem}
            addMeasure={addMeasure}
          />
        </section>
        <section className="stack" hidden={isNarrow && view !== 'tree'}>
          <div className="tree-head tree-total spread">
            <h2 id="tree-head" tabIndex={-1}>
              {w.wizard.found(tree.parts.length, findingsOf(tree).length)}
            </h2>
            {isChanged ? (
              <Act
                onClick={() => {
                  undo();
                  settle();
                }}
              >
                {w.wizard.tree.undo}
              </Act>
            ) : null}
            <CountLine stated={stated} parts={tree.parts} />
          </div>
          <Parts tree={tree} openId={openId} take={take} act={act} open={open} find={find} />
          <div>
            <Act onClick={() => act({ do: 'addItem', below: null, title: '', lines: [] })}>{w.wizard.tree.add}</Act>
          </div>
          <LeftOutList leftOut={tree.leftOut} act={act} />
        </section>
      </div>
    </>
  );
}

function linesOfEntry({ parts }: Tree, id: number | null): readonly number[] {
  const finding = findingsOf({ parts }).find((one) => one.id === id);
  if (finding === undefined) return parts.find((part) => part.id === id)?.lines ?? noLines;
  return [...finding.lines, ...finding.measures.flatMap(({ lines }) => lines)];
}

type PartsProps = Pick<Props, 'tree'> &
  Pick<Parameters<typeof TreePart>[0], 'openId' | 'take' | 'act' | 'open' | 'find'>;

function Parts({ tree, openId, ...acts }: PartsProps) {
  const { w } = useSpeech();
  let from = 1;
  let aboveId: number | null = null;
  const names = tree.parts.map(({ id, heading }, at) => ({
    value: String(id),
    words: heading === null || heading.trim() === '' ? w.wizard.tree.part(at + 1) : heading,
  }));
  return tree.parts.map((part, at) => {
    const [start, above] = [from, aboveId];
    from += part.items.length;
    aboveId = part.items.at(-1)?.id ?? aboveId;
    const isOpen = part.items.some(({ id }) => id === openId);
    return (
      <TreePart
        key={part.id}
        part={part}
        from={start}
        at={at}
        aboveId={above}
        openId={isOpen ? openId : null}
        parts={isOpen ? names : noParts}
        {...acts}
      />
    );
  });
}

/** How many sentences went nowhere, and the way to each of them in turn. */
function Unplaced({ lines }: { readonly lines: readonly number[] }) {
  const { w } = useSpeech();
  const last = useRef(0);
  if (lines.length === 0) return null;
  const next = () => {
    const line = lines.find((one) => one > last.current) ?? lines[0] ?? 0;
    last.current = line;
    const place = document.getElementById(`unplaced-${line}`);
    place?.scrollIntoView({ block: 'center' });
    place?.querySelector('button')?.focus({ preventScroll: true });
  };
  return (
    <span className="row small">
      <span className="missing">{w.wizard.tree.unplaced(lines.length)}</span>
      <Act label={w.wizard.tree.nextUnplaced} onClick={next}>
        {w.wizard.tree.next}
      </Act>
    </span>
  );
}
