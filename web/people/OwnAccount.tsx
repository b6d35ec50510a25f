/** One's own password, and where the account is signed in. */
import { useState } from 'react';
import { PasswordField } from './PasswordField.tsx';
import Button from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { faultsOf } from '../ui/faults.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { useOwnPassword, useSignOutElsewhere } from '../mutations.ts';
import { useOwnSessions } from '../queries.ts';
import { useSpeech } from '../words.ts';

export function OwnPassword() {
  const speech = useSpeech();
  const { w } = speech;
  const change = useOwnPassword();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const clear = () => {
    setCurrent('');
    setPassword('');
  };
  return (
    <section className="card stack">
      <h2>{w.account.ownPassword}</h2>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ current, password }, { onSuccess: clear });
        }}
      >
        <ErrorSummary faults={faultsOf(change.error, speech)} />
        {change.isSuccess ? (
          <p className="note" role="status">
            {w.account.ownPasswordDone}
          </p>
        ) : null}
        <PasswordField id="current" label={w.account.currentPassword} value={current} onChange={setCurrent} />
        <PasswordField id="password" label={w.account.newPassword} isNew value={password} onChange={setPassword} />
        <Button isSubmit isBusy={change.isPending}>
          {w.account.ownPassword}
        </Button>
      </form>
    </section>
  );
}

export function OwnSessions() {
  const { w, dateTime } = useSpeech();
  const leave = useSignOutElsewhere();
  return (
    <section className="card stack">
      <h2>{w.account.sessions}</h2>
      <Loaded query={useOwnSessions()} lines={2}>
        {(sessions) => (
          <>
            <ul className="stack-8">
              {sessions.map(({ createdAt, expiresAt, isCurrent }) => (
                <li key={createdAt} className="spread">
                  <span>{w.account.session(dateTime(createdAt), dateTime(expiresAt))}</span>
                  {isCurrent ? <strong>{w.account.thisSession}</strong> : null}
                </li>
              ))}
            </ul>
            {sessions.length > 1 ? (
              <Button isBusy={leave.isPending} onClick={() => leave.mutate()}>
                {w.account.signOutElsewhere}
              </Button>
            ) : null}
          </>
        )}
      </Loaded>
    </section>
  );
}
