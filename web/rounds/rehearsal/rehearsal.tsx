/** 演练: a round is played before it is launched, or while it runs; then who would get what stands here, day by day. */
import { useState } from 'react';
import { useParams } from 'react-router';
import type { RehearsalShown, RoundDetail } from '../../../api/contract.ts';
import { assumptions, type Assumption } from '../../../core/round/rehearsal.ts';
import { addMonths } from '../../../core/time.ts';
import { useRound } from '../../queries.ts';
import Button from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { faultsOf } from '../../ui/faults.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { today, useSpeech } from '../../words.ts';
import { useBreakOff, useRehearsal, useRehearse } from './asking.ts';
import { Outcome } from './Outcome.tsx';

export default function RehearsalPage() {
  const { roundId = '' } = useParams();
  const { w, labels } = useSpeech();
  const round = useRound(roundId);
  return (
    <div className="page stack">
      <Loaded query={round} lines={6} isPage>
        {(data) => (
          <>
            <PageHead
              title={labels.things.rehearsal}
              facts={w.rehearsal.lead}
              crumbs={[
                { to: '/rounds', words: labels.things.rounds },
                { to: `/rounds/${roundId}`, words: data.title },
              ]}
            />
            <Rehearse round={data} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Rehearse({ round }: { readonly round: RoundDetail }) {
  const found = useRehearsal(round.id);
  const shown = found.data?.rehearsal ?? null;
  return (
    <>
      {shown?.state === 'playing' ? <Playing shown={shown} /> : <Ask round={round} />}
      {shown === null ? null : <End shown={shown} />}
    </>
  );
}

function Ask({ round }: { readonly round: RoundDetail }) {
  const speech = useSpeech();
  const { w, labels } = speech;
  const rehearse = useRehearse(round.id);
  const [until, setUntil] = useState(addMonths(today(), 6));
  const [assumption, setAssumption] = useState<Assumption>('nobodyActs');
  return (
    <form
      className="form card"
      onSubmit={(event) => {
        event.preventDefault();
        rehearse.mutate({ until, assumption });
      }}
    >
      <ErrorSummary faults={faultsOf(rehearse.error, speech)} />
      <DateField
        id="until"
        label={w.rehearsal.until}
        value={until}
        calendar={round.calendar}
        presets={[3, 6, 9, 12].map((count) => ({
          words: w.rehearsal.months(count),
          date: addMonths(today(), count),
        }))}
        onChange={setUntil}
      />
      <Segments
        label={w.rehearsal.assume}
        chosen={assumption}
        choices={assumptions.map((value) => ({ value, words: labels.assumptions[value] }))}
        onChoose={setAssumption}
      />
      <div className="row">
        <Button isSubmit isMain isBusy={rehearse.isPending}>
          {w.rehearsal.begin}
        </Button>
      </div>
    </form>
  );
}

function Playing({ shown }: { readonly shown: RehearsalShown }) {
  const { w, sentenceDate } = useSpeech();
  const breakOff = useBreakOff(shown.roundId);
  return (
    <section className="card stack" aria-live="polite">
      <p>{shown.on === null ? w.rehearsal.preparing : w.rehearsal.reached(sentenceDate(shown.on), shown.mails)}</p>
      <div className="row">
        <Button isBusy={breakOff.isPending} onClick={() => breakOff.mutate()}>
          {w.rehearsal.breakOff}
        </Button>
      </div>
    </section>
  );
}

function End({ shown }: { readonly shown: RehearsalShown }) {
  const { w } = useSpeech();
  switch (shown.state) {
    case 'playing':
      return null;
    case 'refused':
      return <p className="note note-warn">{shown.message}</p>;
    case 'stopped':
      return <p className="note">{w.rehearsal.stopped}</p>;
    case 'failed':
      return <p className="note note-warn">{w.rehearsal.failed}</p>;
    case 'done':
      return shown.before === null ? null : <Outcome before={shown.before} after={shown.after} />;
  }
}
