/** All rounds: where each stands, how much of it is closed, what is late. */
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { RoundSummary } from '../../api/contract.ts';
import Button from '../ui/Button.tsx';
import { LightTallies } from '../items/LightTallies.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Meter } from '../ui/Meter.tsx';
import { PageButtons } from '../ui/PageButtons.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { useRounds } from '../queries.ts';
import { useSpeech } from '../words.ts';
import { usePerson } from '../home.tsx';

export default function RoundsPage() {
  const { w, labels } = useSpeech();
  const navigate = useNavigate();
  const [address, setAddress] = useSearchParams();
  const after = address.get('after') ?? '';
  const rounds = useRounds(after);
  const isAdmin = usePerson().roles.includes('admin');
  return (
    <div className="page">
      <PageHead title={labels.things.rounds}>
        {isAdmin ? (
          <>
            <Link to="/rounds/from-template">{w.handIn.round}</Link>
            <Button isMain onClick={() => void navigate('/rounds/new')}>
              {w.rounds.new}
            </Button>
          </>
        ) : null}
      </PageHead>
      <Loaded query={rounds}>
        {({ rounds: shown, next }) =>
          shown.length === 0 ? (
            <p className="card">
              {w.rounds.empty} {isAdmin ? w.rounds.emptyAdmin : w.rounds.emptyOther}
            </p>
          ) : (
            <>
              <ul className="stack">
                {shown.map((round) => (
                  <li key={round.id}>
                    <RoundCard round={round} />
                  </li>
                ))}
              </ul>
              <PageButtons after={after} next={next} onGo={(to) => setAddress(to === '' ? {} : { after: to })} />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

function RoundCard({ round }: { readonly round: RoundSummary }) {
  const { w, labels, sentenceDate } = useSpeech();
  const unassigned = round.itemCount - round.assignedCount;
  return (
    <Link className="round-card" to={`/rounds/${round.id}`}>
      <div className="spread">
        <h2>{round.title}</h2>
        <span className="state">{labels.roundStates[round.state]}</span>
      </div>
      <Meter
        value={round.closedCount}
        total={round.itemCount}
        words={w.rounds.closedOf(round.closedCount, round.itemCount)}
      />
      <div className="row-16">
        <span>{w.rounds.closedOf(round.closedCount, round.itemCount)}</span>
        <LightTallies lights={round.lights} />
        {unassigned > 0 ? <span className="quiet">{w.rounds.unassigned(unassigned)}</span> : null}
        <span className="quiet">{w.rounds.startsOn(sentenceDate(round.startsOn))}</span>
      </div>
    </Link>
  );
}
