/** The first minute: whoever started the product follows its link here and becomes the first admin. */
import { useState } from 'react';
import { Navigate } from 'react-router';
import { Front } from './front.tsx';
import { linkToken } from './link-token.ts';
import { PasswordField } from './PasswordField.tsx';
import Button from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { TextField } from '../ui/Field.tsx';
import { faultsOf } from '../ui/faults.ts';
import { useSetUp } from '../mutations.ts';
import { useSpeech } from '../words.ts';

export default function SetUpPage() {
  const speech = useSpeech();
  const { w, labels, locale } = speech;
  const [token] = useState(linkToken);
  const setUp = useSetUp();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  if (setUp.isSuccess) return <Navigate to="/" replace />;
  return (
    <Front title={w.account.setUpTitle} lead={w.account.setUpLead}>
      <form
        className="form card"
        onSubmit={(event) => {
          event.preventDefault();
          setUp.mutate({ token, name, email, password, locale });
        }}
      >
        <ErrorSummary faults={faultsOf(setUp.error, speech)} />
        <TextField id="name" label={w.account.name} value={name} onChange={setName} autoComplete="name" />
        <TextField id="email" label={labels.things.email} value={email} onChange={setEmail} autoComplete="username" />
        <PasswordField id="password" label={w.signIn.password} isNew value={password} onChange={setPassword} />
        <Button isMain isSubmit isBusy={setUp.isPending}>
          {w.account.setUp}
        </Button>
      </form>
    </Front>
  );
}
