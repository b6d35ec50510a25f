/** 整改进展情况通报: the notice of a round before it goes out. Its items beside the one that is looked at, what stands around them, the whole. */
import '../../styles/bulletin.css';
import { useParams, useSearchParams } from 'react-router';
import type { BulletinDrafting } from '../../../api/contract.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { useBulletinDraft } from '../../queries.ts';
import { useSpeech } from '../../words.ts';
import { choiceOf, isWaiting } from './entry-draft.ts';
import { Entries } from './Entries.tsx';
import { FrameEditor } from './FrameEditor.tsx';
import { Preview } from './Preview.tsx';

const views = ['items', 'frame', 'preview'] as const;

export default function BulletinPage() {
  const { roundId = '' } = useParams();
  const { w, labels } = useSpeech();
  const draft = useBulletinDraft(roundId);
  return (
    <div className="page page-broad">
      <Loaded query={draft} lines={6} isPage>
        {(data) => (
          <>
            <PageHead
              title={labels.papers.bulletin}
              facts={w.bulletin.lead(data.title)}
              crumbs={[
                { to: '/rounds', words: labels.things.rounds },
                { to: `/rounds/${roundId}`, words: data.title },
              ]}
            />
            <Drafting draft={data} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Drafting({ draft }: { readonly draft: BulletinDrafting }) {
  const { w } = useSpeech();
  const [address, setAddress] = useSearchParams();
  const view = views.find((one) => one === address.get('view')) ?? 'items';
  const waiting = draft.items.filter(isWaiting).length;
  const omitted = draft.items.filter((item) => choiceOf(item) !== 'publish').length;
  return (
    <div className="stack">
      <div className="row-16 no-print">
        <Segments
          label={w.shell.menu}
          chosen={view}
          choices={views.map((one) => ({ value: one, words: w.bulletin.views[one] }))}
          onChoose={(one) => setAddress({ view: one }, { replace: true })}
        />
        <p className="quiet">{w.bulletin.told(draft.items.length - omitted, omitted)}</p>
      </div>
      {waiting === 0 ? null : <p className="note note-warn">{w.bulletin.waiting(waiting)}</p>}
      {view === 'items' ? <Entries draft={draft} /> : null}
      {view === 'frame' ? <FrameEditor draft={draft} key={draft.frames.at(-1)?.version ?? 0} /> : null}
      {view === 'preview' ? <Preview draft={draft} /> : null}
    </div>
  );
}
