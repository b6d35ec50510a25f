/** One line of the document: a way to its finding, or what of it was not taken over and can be. */
import { memo } from 'react';
import { Act } from './Act.tsx';
import { leadOf, type Mark } from './marks.ts';
import { useSpeech } from '../../words.ts';

export interface LineActs {
  /** @param id of a finding or a part */
  readonly toEntry: (id: number) => void;
  readonly addItem: (line: number, text: string) => void;
  readonly addMeasure: (line: number, text: string) => void;
}

interface Props extends LineActs {
  readonly line: number;
  readonly text: string;
  readonly mark: Mark | undefined;
  readonly isShown: boolean;
  /** Whether the tab key stops here. */
  readonly isStop: boolean;
}

export const SourceLine = memo(
  function SourceLine({ line, text, mark, isShown, isStop, toEntry, addItem, addMeasure }: Props) {
    const { w } = useSpeech();
    const leadsTo = leadOf(mark);
    return (
      <li className={isShown ? 'source-line source-shown' : 'source-line'} aria-current={isShown ? true : undefined}>
        <span className="source-number" aria-hidden="true">
          {line}
        </span>
        {leadsTo === null ? (
          <span>{text}</span>
        ) : (
          <button
            type="button"
            className="source-lead"
            id={`line-${line}`}
            tabIndex={isStop ? 0 : -1}
            onClick={() => toEntry(leadsTo)}
          >
            {text}
          </button>
        )}
        {mark?.isLeftOut === true ? <span className="source-note quiet">{w.wizard.tree.lineLeftOut}</span> : null}
        {mark?.unplaced.map((sentence) => (
          <div key={sentence} className="source-note note-warn" id={`unplaced-${line}`}>
            <strong>{w.wizard.tree.notTakenOver}</strong>
            {sentence === text.trim() ? null : <span>{sentence}</span>}
            <span className="row">
              <Act label={w.wizard.tree.asItemOf(sentence)} onClick={() => addItem(line, sentence)}>
                {w.wizard.tree.asItem}
              </Act>
              <Act label={w.wizard.tree.asMeasureOf(sentence)} onClick={() => addMeasure(line, sentence)}>
                {w.wizard.tree.asMeasure}
              </Act>
            </span>
          </div>
        ))}
      </li>
    );
  },
  (before, now) =>
    before.text === now.text &&
    before.isShown === now.isShown &&
    before.isStop === now.isStop &&
    before.toEntry === now.toEntry &&
    before.addItem === now.addItem &&
    before.addMeasure === now.addMeasure &&
    isSame(before.mark, now.mark),
);

/** Marks are made anew with each tree, and mostly say the same. */
const isSame = (one: Mark | undefined, other: Mark | undefined): boolean =>
  leadOf(one) === leadOf(other) &&
  one?.isLeftOut === other?.isLeftOut &&
  one?.unplaced.join('\n') === other?.unplaced.join('\n');
