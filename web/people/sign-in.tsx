/** Sign-in. An installation without a round offers the sample round first, because there is nothing to see before. */
import { useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import type { Installation, SignIn } from '../../api/contract.ts';
import { ApiError } from '../api.ts';
import Button from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import type { FormFault } from '../ui/faults.ts';
import { TextField } from '../ui/Field.tsx';
import { faultsOf, messageOf } from '../ui/faults.ts';
import { Front } from './front.tsx';
import { CodeField } from './CodeField.tsx';
import { OpenidButton } from './OpenidButton.tsx';
import { PasswordField } from './PasswordField.tsx';
import { wayBack } from './way-back.ts';
import { useLoadSample, useSignIn } from '../mutations.ts';
import { useInstallation, useSession } from '../queries.ts';
import { useSpeech } from '../words.ts';

export default function SignInPage() {
  const speech = useSpeech();
  const { w } = speech;
  const session = useSession();
  const installation = useInstallation().data;
  const [address] = useSearchParams();
  const signIn = useSignIn();
  const faults = faultsOf(signIn.error, speech);
  if (session.data) return <Navigate to={wayBack(address.get('to'))} replace />;
  return (
    <Front title={w.signIn.title} lead={w.signIn.lead}>
      {installation?.empty ? (
        installation.sampleAllowed ? (
          <OfferSample accounts={installation.sampleAccounts} />
        ) : (
          <p className="note">{w.signIn.noSample}</p>
        )
      ) : null}
      {installation !== undefined && !installation.empty && installation.sampleAccounts.length > 0 ? (
        <SampleAccounts
          installation={installation}
          isBusy={signIn.isPending}
          signIn={(email, password) => signIn.mutate({ email, password })}
        />
      ) : null}
      <SignInForm
        faults={faults}
        isBusy={signIn.isPending}
        isMain={installation !== undefined && !(installation.empty && installation.sampleAllowed)}
        asksCode={asksCode(signIn.error)}
        signIn={signIn.mutate}
      />
      {installation?.openid ? <OpenidButton name={installation.openid.name} to={address.get('to')} /> : null}
    </Front>
  );
}

/** Once the password was right, and stays so while codes are tried. */
const asksCode = (error: unknown): boolean =>
  error instanceof ApiError && ['secondFactorNeeded', 'secondFactorWrong'].includes(error.code);

interface FormProps {
  readonly faults: readonly FormFault[];
  readonly isBusy: boolean;
  readonly isMain: boolean;
  readonly asksCode: boolean;
  readonly signIn: (given: SignIn) => void;
}

function SignInForm({ faults, isBusy, isMain, asksCode, signIn }: FormProps) {
  const { w, labels } = useSpeech();
  const [code, setCode] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  return (
    <form
      className="form card"
      onSubmit={(event) => {
        event.preventDefault();
        signIn({ email, password, ...(asksCode ? { code } : {}) });
      }}
    >
      <ErrorSummary faults={faults} />
      <TextField id="email" label={labels.things.email} value={email} onChange={setEmail} autoComplete="username" />
      <PasswordField id="password" label={w.signIn.password} value={password} onChange={setPassword} />
      {asksCode ? <CodeField value={code} onChange={setCode} /> : null}
      <Button isMain={isMain} isSubmit isBusy={isBusy}>
        {w.signIn.title}
      </Button>
      <p>
        <Link to="/forgotten">{w.account.forgotten}</Link>
      </p>
    </form>
  );
}

function OfferSample({ accounts }: { readonly accounts: Installation['sampleAccounts'] }) {
  const speech = useSpeech();
  const { w, labels } = speech;
  const load = useLoadSample();
  const fault = load.error instanceof ApiError ? [{ field: null, message: messageOf(load.error, speech) }] : [];
  return (
    <section className="card stack">
      <h2>{w.signIn.emptyTitle}</h2>
      <p>{w.signIn.emptyLead}</p>
      <ErrorSummary faults={fault} />
      <Button isMain isBusy={load.isPending} onClick={() => load.mutate()}>
        {load.isPending ? w.signIn.loadingSample : w.signIn.loadSample}
      </Button>
      <div className="quiet small">
        <p>{w.signIn.sampleThen}</p>
        <ul className="plain">
          {accounts.map(({ role, name, email, password }) => (
            <li key={email}>
              {labels.roles[role]} · {name} · {email} / {password}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

interface AccountsProps {
  readonly installation: Installation;
  readonly isBusy: boolean;
  readonly signIn: (email: string, password: string) => void;
}

function SampleAccounts({ installation, isBusy, signIn }: AccountsProps) {
  const { w, labels } = useSpeech();
  return (
    <section className="stack-8">
      <h2>{w.signIn.sample}</h2>
      <p className="quiet">{w.signIn.sampleLead}</p>
      <div className="accounts">
        {installation.sampleAccounts.map(({ role, name, email, password }) => (
          <button
            key={email}
            type="button"
            className="account"
            disabled={isBusy}
            aria-label={w.signIn.use(name)}
            onClick={() => signIn(email, password)}
          >
            <strong>
              {labels.roles[role]} · {name}
            </strong>
            <span aria-hidden="true">→</span>
            <span className="quiet small">{w.signIn.roleDoes[role]}</span>
            <span />
            <code className="quiet small">
              {email} / {password}
            </code>
          </button>
        ))}
      </div>
      {installation.mailPage === null ? null : (
        <p>
          <a href={installation.mailPage} target="_blank" rel="noreferrer">
            {w.signIn.mailPage}
          </a>
        </p>
      )}
    </section>
  );
}
