/** A forgotten password: the answer is the same whether or not the account is there. */
import { useState } from 'react';
import { Front, ToSignIn } from './front.tsx';
import Button from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { TextField } from '../ui/Field.tsx';
import { faultsOf } from '../ui/faults.ts';
import { useAskReset } from '../mutations.ts';
import { useSpeech } from '../words.ts';

export default function ForgottenPage() {
  const speech = useSpeech();
  const { w, labels } = speech;
  const ask = useAskReset();
  const [email, setEmail] = useState('');
  return (
    <Front title={w.account.forgottenTitle} lead={w.account.forgottenLead}>
      {ask.isSuccess ? (
        <p className="note" role="status">
          {w.account.askedLink}
        </p>
      ) : (
        <form
          className="form card"
          onSubmit={(event) => {
            event.preventDefault();
            ask.mutate({ email });
          }}
        >
          <ErrorSummary faults={faultsOf(ask.error, speech)} />
          <TextField id="email" label={labels.things.email} value={email} onChange={setEmail} autoComplete="username" />
          <Button isMain isSubmit isBusy={ask.isPending}>
            {w.account.askLink}
          </Button>
        </form>
      )}
      <ToSignIn />
    </Front>
  );
}
