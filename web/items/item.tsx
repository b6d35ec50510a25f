/** An item: all about one finding, and the place where people act on it. */
import '../styles/item.css';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { ItemDetail, ItemRules } from '../../api/contract.ts';
import { useIsPhone, useIsNarrow } from '../ui/sizes.ts';
import { ActBar, ActPanel } from './ActPanel.tsx';
import { ItemFacts } from './ItemFacts.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { MeasureList } from './MeasureList.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { ReviewHints } from './ReviewHints.tsx';
import { ReturnNotes } from './ReturnNotes.tsx';
import { StatusLine } from './StatusLine.tsx';
import { Timeline } from './Timeline.tsx';
import { useInPlaceOf } from '../in-place-of.ts';
import { useItem, useItemRules, useNames } from '../queries.ts';
import { useSpeech } from '../words.ts';
import type { CommandType } from '../../core/item/acts.ts';

/** Forms come after the page: who only reads never waits for them. */
const loadSheet = () => import('./acts/ActSheet.tsx');
const ActSheet = lazy(loadSheet);

export default function ItemPage() {
  const { itemId = '' } = useParams();
  const absentId = useInPlaceOf();
  const item = useItem(itemId, absentId);
  const rules = useItemRules(itemId, absentId);
  return (
    <div className="page">
      <Loaded query={item} lines={6} isPage>
        {(detail) => (
          <Loaded query={rules} lines={6} isPage>
            {(ofRound) => <Item key={detail.id} detail={detail} round={ofRound} />}
          </Loaded>
        )}
      </Loaded>
    </div>
  );
}

interface Props {
  readonly detail: ItemDetail;
  readonly round: ItemRules;
}

function Item({ detail, round }: Props) {
  const { w, labels } = useSpeech();
  const absentId = useInPlaceOf();
  const names = useNames();
  const isPhone = useIsPhone();
  const isNarrow = useIsNarrow();
  const [receipt, setReceipt] = useState<string | null>(null);
  const { act, open, replace, close } = useOpenAct(detail);
  const [hasSheet, setSheet] = useState(act !== null);
  useEffect(() => {
    if (detail.acts.length > 0) void loadSheet().then(() => setSheet(true));
  }, [detail.acts.length]);
  const panel = <ActPanel detail={detail} policy={round.policy} isPhone={isPhone} open={open} />;
  return (
    <>
      <PageHead
        title={w.item.title(detail.number)}
        facts={detail.part}
        crumbs={[
          { to: '/rounds', words: labels.things.rounds },
          { to: `/rounds/${round.id}`, words: round.title },
        ]}
      >
        {absentId === null ? (
          <a href={`/api/items/${detail.id}/review-file`} download>
            {w.papers.as(labels.papers.review, 'XLSX')}
          </a>
        ) : (
          <strong>{w.absence.standingIn(names.person(absentId))}</strong>
        )}
      </PageHead>
      <div className="item-page">
        <div className="stack">
          <ReturnNotes detail={detail} />
          <ReviewHints hints={detail.hints} />
          <StatusLine detail={detail} receipt={receipt} />
          {isNarrow && !isPhone ? panel : null}
          <Finding detail={detail} />
          <MeasureList detail={detail} policy={round.policy} />
          {isPhone ? panel : null}
          <Timeline detail={detail} />
        </div>
        <aside className="item-side">
          {isNarrow ? null : panel}
          <ItemFacts detail={detail} />
        </aside>
      </div>
      {isPhone ? <ActBar detail={detail} policy={round.policy} open={open} /> : null}
      <Suspense fallback={null}>
        {hasSheet ? (
          <ActSheet
            act={act}
            detail={detail}
            round={round}
            close={close}
            open={replace}
            done={(done) => {
              close();
              setReceipt(labels.acts[done]);
            }}
          />
        ) : null}
      </Suspense>
    </>
  );
}

/** The open act stands in the address; going back closes it. An act that is not allowed any more opens nothing. */
function useOpenAct(detail: ItemDetail) {
  const [address, setAddress] = useSearchParams();
  const navigate = useNavigate();
  const act = detail.acts.find((allowed) => allowed === address.get('act')) ?? null;
  const [isOurs, setOurs] = useState(false);
  const absentId = useInPlaceOf();
  const addressOf = (wanted: CommandType | null): Record<string, string> => ({
    ...(absentId === null ? {} : { for: absentId }),
    ...(wanted === null ? {} : { act: wanted }),
  });
  const open = (wanted: CommandType) => {
    setOurs(true);
    setAddress(addressOf(wanted), { preventScrollReset: true });
  };
  const replace = (wanted: CommandType) => setAddress(addressOf(wanted), { replace: true, preventScrollReset: true });
  const close = () => {
    if (isOurs) void navigate(-1);
    else setAddress(addressOf(null), { replace: true, preventScrollReset: true });
    setOurs(false);
  };
  return { act, open, replace, close };
}

/** The words of the document, unchanged. */
function Finding({ detail }: { readonly detail: ItemDetail }) {
  const { w, labels } = useSpeech();
  return (
    <section className="card stack-8">
      <h2>{labels.things.finding}</h2>
      <blockquote className="finding" lang="zh-CN" style={{ margin: 0 }}>
        {detail.title}
      </blockquote>
      <p className="quiet small">
        {w.item.findingSource}
        {detail.group === null ? '' : `${w.separator}${detail.group}`}
      </p>
    </section>
  );
}
