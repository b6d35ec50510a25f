/** One's own second factor: set up with a device that shows codes, with recovery codes for when it is lost. */
import { useState } from 'react';
import { CodeField } from './CodeField.tsx';
import { PasswordField } from './PasswordField.tsx';
import { QrCode } from './QrCode.tsx';
import Button from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { faultsOf } from '../ui/faults.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { useBeginSecondFactor, useConfirmSecondFactor, useEndSecondFactor, useSecondFactorKept } from '../mutations.ts';
import { useOwnSecondFactor } from '../queries.ts';
import { useSpeech } from '../words.ts';
import type { BegunSecondFactor, OwnSecondFactor } from '../../api/contract.ts';

export function SecondFactor() {
  const { labels } = useSpeech();
  const own = useOwnSecondFactor();
  // Kept here: what is asked again after the confirmation says "on", and the codes are told once.
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <section className="card stack">
      <h2>{labels.things.secondFactor}</h2>
      {codes === null ? (
        <Loaded query={own} lines={2}>
          {(factor) => (factor.isOn ? <On factor={factor} /> : <Off factor={factor} onCodes={setCodes} />)}
        </Loaded>
      ) : (
        <Codes codes={codes} onKept={() => setCodes(null)} />
      )}
    </section>
  );
}

interface OffProps {
  readonly factor: OwnSecondFactor;
  readonly onCodes: (codes: readonly string[]) => void;
}

function Off({ factor, onCodes }: OffProps) {
  const speech = useSpeech();
  const { w } = speech;
  const begin = useBeginSecondFactor();
  const [password, setPassword] = useState('');
  if (begin.data !== undefined) return <FirstCode begun={begin.data} onCodes={onCodes} />;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate({ password });
      }}
    >
      <p>{factor.isDemanded ? w.secondFactor.demandedLead : w.secondFactor.lead}</p>
      <ErrorSummary faults={faultsOf(begin.error, speech)} />
      <PasswordField id="factor-password" label={w.account.currentPassword} value={password} onChange={setPassword} />
      <Button isSubmit isBusy={begin.isPending}>
        {w.secondFactor.begin}
      </Button>
    </form>
  );
}

interface FirstCodeProps {
  readonly begun: BegunSecondFactor;
  readonly onCodes: (codes: readonly string[]) => void;
}

function FirstCode({ begun: { secret, uri }, onCodes }: FirstCodeProps) {
  const speech = useSpeech();
  const { w } = speech;
  const confirm = useConfirmSecondFactor();
  const [code, setCode] = useState('');
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate({ code }, { onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes) });
      }}
    >
      <p>{w.secondFactor.scan}</p>
      <QrCode text={uri} label={w.secondFactor.picture} />
      <p className="quiet small">
        {w.secondFactor.orType} <code>{inGroups(secret)}</code>
      </p>
      <ErrorSummary faults={faultsOf(confirm.error, speech)} />
      <CodeField isFirst value={code} onChange={setCode} />
      <Button isMain isSubmit isBusy={confirm.isPending}>
        {w.secondFactor.confirm}
      </Button>
    </form>
  );
}

/** What is typed off a screen is typed four signs at a time. */
const inGroups = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ');

function Codes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const { w } = useSpeech();
  const kept = useSecondFactorKept();
  return (
    <>
      <p role="status">{w.secondFactor.done}</p>
      <p className="note">{w.secondFactor.keepCodes}</p>
      <ul className="plain codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button
        isMain
        onClick={() => {
          onKept();
          void kept();
        }}
      >
        {w.secondFactor.kept}
      </Button>
    </>
  );
}

function On({ factor: { isDemanded, recoveryCodesLeft } }: { readonly factor: OwnSecondFactor }) {
  const speech = useSpeech();
  const { w } = speech;
  const end = useEndSecondFactor();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <p>{w.secondFactor.on(recoveryCodesLeft)}</p>
      {isDemanded ? <p className="quiet small">{w.secondFactor.demanded}</p> : null}
      {isDemanded || isOpen ? null : <Button onClick={() => setOpen(true)}>{w.secondFactor.end}</Button>}
      {isOpen && !isDemanded ? (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            end.mutate({ password, code });
          }}
        >
          <ErrorSummary faults={faultsOf(end.error, speech)} />
          <PasswordField
            id="factor-password"
            label={w.account.currentPassword}
            value={password}
            onChange={setPassword}
          />
          <CodeField value={code} onChange={setCode} />
          <Button isSubmit isBusy={end.isPending}>
            {w.secondFactor.end}
          </Button>
        </form>
      ) : null}
    </>
  );
}
