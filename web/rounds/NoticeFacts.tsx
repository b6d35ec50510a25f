/** What the document says of itself: who wrote it, about whom, and when. */
import type { Notice } from '../../core/round/notice.ts';
import { useSpeech } from '../words.ts';

export function NoticeFacts({ notice }: { readonly notice: Notice }) {
  const { w, labels } = useSpeech();
  const facts = [
    [w.wizard.organ, notice.organ],
    [w.wizard.team, notice.inspectionTeam],
    [w.wizard.body, notice.inspectedBody],
    [labels.noticeDates.inspection, notice.dates.inspection],
    [labels.noticeDates.feedback, notice.dates.feedback],
  ] as const;
  return (
    <dl className="facts-list facts-left">
      {facts.map(([words, said]) => (
        <div key={words} style={{ display: 'contents' }}>
          <dt>{words}</dt>
          <dd>{said ?? <span className="quiet">{w.wizard.notSaid}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
