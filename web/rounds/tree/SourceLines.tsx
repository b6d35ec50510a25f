/** The document with its line numbers. A line leads to the finding it went into; one key stop for all, arrows from line to line. */
import { memo, useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { leadOf, type Mark } from './marks.ts';
import { SourceLine, type LineActs } from './SourceLine.tsx';

interface Props extends LineActs {
  readonly lines: readonly string[];
  readonly marks: ReadonlyMap<number, Mark>;
  readonly shown: readonly number[];
  /** Changes when the shown lines are to be scrolled to, though they may be the same again. */
  readonly lead: object;
  readonly label: string;
}

export const SourceLines = memo(function SourceLines({ lines, marks, shown, lead, label, ...acts }: Props) {
  const box = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const line = box.current?.querySelector<HTMLElement>('.source-shown');
    if (box.current !== null && line !== null && line !== undefined)
      box.current.scrollTop = line.offsetTop - box.current.clientHeight / 3;
  }, [lead]);
  const marked = useMemo(() => new Set(shown), [shown]);
  const stop = shown.find((line) => leadOf(marks.get(line)) !== null) ?? firstLeading(marks);
  return (
    <ol className="source-lines" ref={box} aria-label={label} onKeyDown={step}>
      {lines.map((text, index) => (
        <SourceLine
          key={index}
          line={index + 1}
          text={text}
          mark={marks.get(index + 1)}
          isShown={marked.has(index + 1)}
          isStop={stop === index + 1}
          {...acts}
        />
      ))}
    </ol>
  );
});

const firstLeading = (marks: ReadonlyMap<number, Mark>): number | undefined =>
  [...marks].reduce<number | undefined>(
    (first, [line, mark]) => (leadOf(mark) !== null && (first === undefined || line < first) ? line : first),
    undefined,
  );

function step(event: KeyboardEvent<HTMLOListElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || !(event.target instanceof HTMLElement) || !event.target.matches('.source-lead')) return;
  event.preventDefault();
  const leads = [...event.currentTarget.querySelectorAll<HTMLElement>('.source-lead')];
  leads[leads.indexOf(event.target) + by]?.focus();
}
