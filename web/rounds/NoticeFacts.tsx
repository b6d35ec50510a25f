/** What the document says of itself: who wrote it, about whom, and when. */
import type { Notice } from '../../core/round/notice.ts';
import { useSpeech } from '../words.ts';
import { Inferred } from './Inferred.tsx';

export function NoticeFacts({ notice }: { readonly notice: Notice }) {
  const { w, labels } = useSpeech();
  const facts = [
    ['organ', w.wizard.organ, notice.organ],
    ['inspectionTeam', w.wizard.team, notice.inspectionTeam],
    ['inspectedBody', w.wizard.body, notice.inspectedBody],
    ['inspection', labels.noticeDates.inspection, notice.dates.inspection],
    ['feedback', labels.noticeDates.feedback, notice.dates.feedback],
  ] as const;
  return (
    <dl className="facts-list facts-left">
      {facts.map(([name, words, said]) => (
        <div key={words} style={{ display: 'contents' }}>
          <dt>{words}</dt>
          <dd>
            {said ?? <span className="quiet">{w.wizard.notSaid}</span>}
            <Inferred ground={notice.grounds?.facts[name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
