/** A draft that is not wanted any more: given up with a reason, after a second press. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import Button from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { faultsOf } from '../ui/faults.ts';
import { TextField } from '../ui/Field.tsx';
import { useDiscardRound } from '../mutations.ts';
import { useSpeech } from '../words.ts';

export function DiscardDraft({ roundId }: { readonly roundId: string }) {
  const speech = useSpeech();
  const { w, labels } = speech;
  const navigate = useNavigate();
  const discard = useDiscardRound(roundId);
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  if (!isOpen)
    return (
      <Button isText className="plain-act" onClick={() => setOpen(true)}>
        {w.wizard.discard}
      </Button>
    );
  return (
    <form
      className="form card"
      onSubmit={(event) => {
        event.preventDefault();
        discard.mutate({ reason }, { onSuccess: () => void navigate('/rounds') });
      }}
    >
      <p>{w.wizard.discardLead}</p>
      <ErrorSummary faults={faultsOf(discard.error, speech)} />
      <TextField id="reason" label={labels.fields.reason} rows={2} value={reason} onChange={setReason} />
      <div className="row">
        <Button isSubmit isBusy={discard.isPending}>
          {w.wizard.doDiscard}
        </Button>
        <Button onClick={() => setOpen(false)}>{w.account.keep}</Button>
      </div>
    </form>
  );
}
