/** A round: its figures, what is still to be prepared, and its items under the filters of the address. */
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { RoundDetail } from '../../api/contract.ts';
import { readFilters, writeFilters, type ItemFilters } from '../items/item-search.ts';
import Button from '../ui/Button.tsx';
import { ImportedFrom } from './ImportedFrom.tsx';
import { ItemFilterBar } from '../items/ItemFilterBar.tsx';
import { Launching } from './Launching.tsx';
import { ItemList } from '../items/ItemList.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { RoundFigures } from './RoundFigures.tsx';
import { RoundPapers } from './RoundPapers.tsx';
import { DiscardDraft } from './DiscardDraft.tsx';
import { useRound } from '../queries.ts';
import { useSpeech } from '../words.ts';
import { usePerson } from '../home.tsx';

export default function RoundPage() {
  const { roundId = '' } = useParams();
  const round = useRound(roundId);
  return (
    <div className="page">
      <Loaded query={round} lines={6} isPage>
        {(data) => <Round round={data} />}
      </Loaded>
    </div>
  );
}

function Round({ round }: { readonly round: RoundDetail }) {
  const { w, labels, sentenceDate, list } = useSpeech();
  const [address, setAddress] = useSearchParams();
  const filters = readFilters(address);
  const show = (changed: ItemFilters) => setAddress(writeFilters(changed));
  const { startsOn, deadlines, unknownYears, state } = round;
  const facts = w.round.facts(sentenceDate(startsOn), sentenceDate(deadlines.planDueOn), sentenceDate(deadlines.dueOn));
  return (
    <>
      <PageHead
        title={round.title}
        crumbs={[{ to: '/rounds', words: labels.things.rounds }]}
        facts={
          <>
            <span className="state">{labels.roundStates[state]}</span> {facts}
          </>
        }
      >
        <RoundPapers round={round} />
        <ToRehearsal round={round} />
        <NextStep round={round} />
      </PageHead>
      {unknownYears.length === 0 ? null : (
        <p className="note note-warn" style={{ marginBottom: 16 }}>
          {w.round.unknownYears(list(unknownYears))}
        </p>
      )}
      {state === 'launching' ? <Launching round={round} /> : null}
      <ImportedFrom round={round} />
      <RoundFigures round={round} filters={filters} />
      <ItemFilterBar filters={filters} onChange={show} />
      <ItemList roundId={round.id} filters={filters} onChange={show} />
    </>
  );
}

/** Drafts and rounds under way are rehearsed by whoever launches them. */
function ToRehearsal({ round }: { readonly round: RoundDetail }) {
  const { labels } = useSpeech();
  const navigate = useNavigate();
  const isPlayable = round.state === 'draft' || round.state === 'running';
  if (!usePerson().roles.includes('admin') || !isPlayable) return null;
  return <Button onClick={() => void navigate(`/rounds/${round.id}/rehearsal`)}>{labels.things.rehearsal}</Button>;
}

/** The admin's next step of a round that is not running yet. */
function NextStep({ round }: { readonly round: RoundDetail }) {
  const { w } = useSpeech();
  const navigate = useNavigate();
  if (!usePerson().roles.includes('admin') || round.state !== 'draft') return null;
  const isAssigned = round.assignedCount >= round.itemCount;
  const go = (step: string) => void navigate(`/rounds/${round.id}/${step}`);
  return (
    <>
      {isAssigned ? <Button onClick={() => go('assign')}>{w.wizard.assignTitle}</Button> : null}
      <Button isMain onClick={() => go(isAssigned ? 'check' : 'assign')}>
        {isAssigned ? w.wizard.checkTitle : w.wizard.assignTitle}
      </Button>
      <DiscardDraft roundId={round.id} />
    </>
  );
}
