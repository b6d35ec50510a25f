/** What was read and went into no field, to be looked at by whoever knows the document. */
import type { Notice } from '../../core/round/notice.ts';
import { useSpeech } from '../words.ts';

/** A page shows so many; the rest stands in the document. */
const most = 200;

export function Unplaced({ notice }: { readonly notice: Pick<Notice, 'unplaced'> }) {
  const { w } = useSpeech();
  const { unplaced = [] } = notice;
  if (unplaced.length === 0) return null;
  return (
    <details className="card">
      <summary>{w.wizard.unplaced(unplaced.length)}</summary>
      <ul>
        {unplaced.slice(0, most).map(({ line, text }, at) => (
          <li key={at}>
            <span className="quiet small">{w.wizard.line(line)}</span> {text}
          </li>
        ))}
      </ul>
      {unplaced.length > most ? <p className="quiet small">{w.wizard.unplacedMore(unplaced.length - most)}</p> : null}
    </details>
  );
}
