/** A person leaves: what they still hold stands above the press, for it has to go to somebody. */
import { useNavigate, useParams } from 'react-router';
import { HandOver } from './HandOver.tsx';
import Button from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { faultsOf } from '../ui/faults.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { useLeave } from '../mutations.ts';
import { useHoldings, useNames, usePeople } from '../queries.ts';
import { useSpeech } from '../words.ts';

export default function LeavePage() {
  const speech = useSpeech();
  const { w } = speech;
  const { personId = '' } = useParams();
  const names = useNames();
  const navigate = useNavigate();
  const leave = useLeave(personId);
  const holdings = useHoldings(personId);
  const hasLeft = usePeople().data?.find(({ id }) => id === personId)?.hasLeft === true;
  const isFree = holdings.data?.items.length === 0;
  const back = () => void navigate('/people');
  return (
    <div className="page page-narrow stack">
      <PageHead
        title={w.account.leaveTitle(names.person(personId))}
        facts={w.account.leaveLead}
        crumbs={[{ to: '/people', words: w.people.title }]}
      />
      <ErrorSummary faults={faultsOf(leave.error, speech)} />
      <section className="card stack">
        <Loaded query={holdings}>{(held) => <HandOver personId={personId} held={held} />}</Loaded>
      </section>
      <div className="row">
        {hasLeft ? null : (
          <Button isMain={isFree} isBusy={leave.isPending} onClick={() => leave.mutate(undefined, { onSuccess: back })}>
            {w.account.doLeave}
          </Button>
        )}
        <Button onClick={back}>{w.account.keep}</Button>
      </div>
    </div>
  );
}
