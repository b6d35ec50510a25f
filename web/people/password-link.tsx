/** Where the link of a mail leads: a password is chosen, by a press, and by nothing else. */
import { useState } from 'react';
import { Front, ToSignIn } from './front.tsx';
import { linkToken } from './link-token.ts';
import { PasswordField } from './PasswordField.tsx';
import Button from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { faultsOf, messageOf } from '../ui/faults.ts';
import { Skeleton } from '../ui/Loaded.tsx';
import { useChoosePassword } from '../mutations.ts';
import { useAccountLink } from '../queries.ts';
import { useSpeech } from '../words.ts';

export default function PasswordLinkPage() {
  const speech = useSpeech();
  const { w } = speech;
  const [token] = useState(linkToken);
  const link = useAccountLink(token);
  const choose = useChoosePassword();
  const [password, setPassword] = useState('');
  const lead = link.data?.name && link.data.email ? w.account.linkFor(link.data.name, link.data.email) : '';
  return (
    <Front title={w.account.linkTitle} lead={lead}>
      {choose.isSuccess ? (
        <p className="note" role="status">
          {w.account.chosen}
        </p>
      ) : link.error !== null ? (
        <p className="note note-bad" role="alert">
          {messageOf(link.error, speech)}
        </p>
      ) : link.data === undefined ? (
        <Skeleton lines={2} />
      ) : (
        <form
          className="form card"
          onSubmit={(event) => {
            event.preventDefault();
            choose.mutate({ token, password });
          }}
        >
          <ErrorSummary faults={faultsOf(choose.error, speech)} />
          <PasswordField id="password" label={w.account.newPassword} isNew value={password} onChange={setPassword} />
          <Button isMain isSubmit isBusy={choose.isPending}>
            {w.account.choose}
          </Button>
        </form>
      )}
      <ToSignIn />
    </Front>
  );
}
