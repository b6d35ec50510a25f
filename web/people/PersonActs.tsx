/** What an admin does with an account: send a link to a password, let it be entered by single sign-on, close it, open it again. */
import { Link } from 'react-router';
import { OpenidAct } from './OpenidAct.tsx';
import type { ListedPerson } from '../../api/contract.ts';
import Button from '../ui/Button.tsx';
import { faultsOf } from '../ui/faults.ts';
import { useComeBack, useInvite, useTakeOffSecondFactor } from '../mutations.ts';
import { useSecondFactors } from '../queries.ts';
import { useSpeech } from '../words.ts';

export function PersonActs({ person: { id, name, hasLeft } }: { readonly person: ListedPerson }) {
  const speech = useSpeech();
  const { w, labels } = speech;
  const invite = useInvite(id);
  const comeBack = useComeBack(id);
  const takeOff = useTakeOffSecondFactor(id);
  const hasSecond = useSecondFactors().data?.personIds.includes(id) ?? false;
  const [fault] = [invite, comeBack, takeOff].flatMap(({ error }) => faultsOf(error, speech));
  return (
    <span className="person-acts small">
      {fault === undefined ? null : <span className="fault">{fault.message}</span>}
      {invite.isSuccess ? <span role="status">{w.account.invited(name)}</span> : null}
      {hasLeft ? (
        <>
          <Button isText className="plain-act" isBusy={comeBack.isPending} onClick={() => comeBack.mutate()}>
            {w.account.comeBack}
          </Button>
          <Link to={`/people/${id}/leave`}>{labels.acts.handOver}</Link>
        </>
      ) : (
        <>
          {invite.isSuccess ? null : (
            <Button isText className="plain-act" isBusy={invite.isPending} onClick={() => invite.mutate()}>
              {w.account.invite}
            </Button>
          )}
          {takeOff.isSuccess ? <span role="status">{w.secondFactor.takenOff}</span> : null}
          {hasSecond ? (
            <Button isText className="plain-act" isBusy={takeOff.isPending} onClick={() => takeOff.mutate()}>
              {w.secondFactor.takeOff}
            </Button>
          ) : null}
          <OpenidAct personId={id} />
          <Link to={`/people/${id}/leave`}>{w.account.leave}</Link>
        </>
      )}
    </span>
  );
}
