/** 核对并启动: the last look before mails leave, in numbers; then the launch and its progress. */
import { useNavigate, useParams } from 'react-router';
import type { ItemRow, RoundDetail } from '../../api/contract.ts';
import { addWorkingDays } from '../../core/rules/calendar.ts';
import { launchNumbers } from './launch-numbers.ts';
import { faultsOf } from '../ui/faults.ts';
import { useLaunch } from '../mutations.ts';
import Button from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { ImportedFrom } from './ImportedFrom.tsx';
import { Unplaced } from './Unplaced.tsx';
import { WizardSteps } from './WizardSteps.tsx';
import { usePeople, useRound, useRoundItems, useUnits } from '../queries.ts';
import { today, useSpeech } from '../words.ts';
import { Launching } from './Launching.tsx';

export default function CheckPage() {
  const { roundId = '' } = useParams();
  const { w, labels } = useSpeech();
  const round = useRound(roundId);
  const items = useRoundItems(roundId);
  return (
    <div className="page page-narrow">
      <Loaded query={round} lines={6} isPage>
        {(data) => (
          <>
            <PageHead
              title={w.wizard.checkTitle}
              facts={data.state === 'draft' ? w.wizard.checkLead : data.title}
              crumbs={[
                { to: '/rounds', words: labels.things.rounds },
                { to: `/rounds/${roundId}`, words: data.title },
              ]}
            />
            <WizardSteps here={3} />
            {data.state === 'draft' ? (
              <Loaded query={items}>{(rows) => <Check round={data} rows={rows} />}</Loaded>
            ) : (
              <Launched round={data} />
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

function Launched({ round }: { readonly round: RoundDetail }) {
  const { w } = useSpeech();
  const navigate = useNavigate();
  if (round.state === 'launching') return <Launching round={round} />;
  return (
    <section className="card stack" aria-live="polite">
      <p>
        <strong>{w.wizard.launched}</strong>
      </p>
      <div className="row">
        <Button isMain onClick={() => void navigate(`/rounds/${round.id}`)}>
          {w.wizard.openRound}
        </Button>
      </div>
    </section>
  );
}

function Check({ round, rows }: { readonly round: RoundDetail; readonly rows: readonly ItemRow[] }) {
  const speech = useSpeech();
  const { w, labels, sentenceDate, list } = speech;
  const navigate = useNavigate();
  const launch = useLaunch(round.id);
  const { perUnit, recipients, withoutAddress } = launchNumbers(rows, useUnits().data ?? [], usePeople().data ?? []);
  const unassigned = round.itemCount - round.assignedCount;
  const signDays = round.policy.signWithinWorkingDays;
  const dates = [
    ...(signDays === null ? [] : [[labels.things.signDue, addWorkingDays(round.calendar, today(), signDays)] as const]),
    [labels.things.planDue, round.deadlines.planDueOn],
    [labels.things.due, round.deadlines.dueOn],
  ] as const;
  const faults = faultsOf(launch.error, speech);
  return (
    <div className="stack">
      <ErrorSummary faults={faults} />
      {unassigned > 0 ? <p className="note note-warn">{w.wizard.stillUnassigned(unassigned)}</p> : null}
      {round.unknownYears.length === 0 ? null : (
        <p className="note note-warn">{w.round.unknownYears(list(round.unknownYears))}</p>
      )}
      {withoutAddress.length === 0 ? null : (
        <p className="note note-warn">{w.wizard.noAddress(list(withoutAddress.map(({ name }) => name)))}</p>
      )}
      <section className="card stack">
        <h2>{round.title}</h2>
        {unassigned > 0 ? null : <p>{w.wizard.mailsSentence(perUnit.length, recipients.length, recipients.length)}</p>}
        <dl className="facts-list">
          {perUnit.map(({ unit, items }) => (
            <div key={unit.id} style={{ display: 'contents' }}>
              <dt>{unit.name}</dt>
              <dd>{w.wizard.items(items)}</dd>
            </div>
          ))}
          <dt>
            <strong>{w.wizard.total}</strong>
          </dt>
          <dd>
            <strong>{w.wizard.items(round.assignedCount)}</strong>
          </dd>
        </dl>
        <dl className="facts-list ruled">
          {dates.map(([words, date]) => (
            <div key={words} style={{ display: 'contents' }}>
              <dt>{words}</dt>
              <dd>{sentenceDate(date)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <ImportedFrom round={round} />
      <Unplaced notice={round.notice} />
      <div className="row">
        {unassigned > 0 ? (
          <Button isMain onClick={() => void navigate(`/rounds/${round.id}/assign`)}>
            {w.wizard.assignThem}
          </Button>
        ) : (
          <Button isMain isBusy={launch.isPending} onClick={() => launch.mutate()}>
            {labels.recordActs.launchRound}
          </Button>
        )}
        <Button onClick={() => void navigate(`/rounds/${round.id}`)}>{w.wizard.notNow}</Button>
      </div>
    </div>
  );
}
