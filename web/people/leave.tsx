/** A person leaves: what they still hold stands above the press, for it has to go to somebody. */
import { Link, useNavigate, useParams } from 'react-router';
import type { Holdings } from '../../api/contract.ts';
import Button from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { faultsOf } from '../ui/faults.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { useLeave } from '../mutations.ts';
import { useHoldings, useNames } from '../queries.ts';
import { useSpeech } from '../words.ts';

export default function LeavePage() {
  const speech = useSpeech();
  const { w } = speech;
  const { personId = '' } = useParams();
  const names = useNames();
  const navigate = useNavigate();
  const leave = useLeave(personId);
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
        <Loaded query={useHoldings(personId)}>{(held) => <Held held={held} />}</Loaded>
        <div className="row">
          <Button isMain isBusy={leave.isPending} onClick={() => leave.mutate(undefined, { onSuccess: back })}>
            {w.account.doLeave}
          </Button>
          <Button onClick={back}>{w.account.keep}</Button>
        </div>
      </section>
    </div>
  );
}

function Held({ held: { items, units } }: { readonly held: Holdings }) {
  const { w, labels, list } = useSpeech();
  return (
    <>
      <p>{w.account.holds(items.length)}</p>
      <ul className="stack-8">
        {items.map(({ id, number, title, as }) => (
          <li key={id}>
            <Link to={`/items/${id}`}>
              {number} {title}
            </Link>{' '}
            <span className="quiet">{labels.addressees[as]}</span>
          </li>
        ))}
      </ul>
      {units.length === 0 ? null : <p>{w.account.liaisonOf(list(units.map(({ name }) => name)))}</p>}
    </>
  );
}
