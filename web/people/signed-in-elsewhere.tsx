/** Where the identity provider sends the browser back to. The page posts what it was told; the address alone does nothing. */
import { useEffect, useRef, useState } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { CodeField } from './CodeField.tsx';
import { Front, ToSignIn } from './front.tsx';
import { keptWay } from './way-back.ts';
import { ApiError } from '../api.ts';
import Button from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { faultsOf, messageOf } from '../ui/faults.ts';
import { useFinishOpenid, useFinishOpenidByCode } from '../mutations.ts';
import { useInstallation } from '../queries.ts';
import { useSpeech } from '../words.ts';

export default function SignedInElsewherePage() {
  const speech = useSpeech();
  const { w } = speech;
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const [answer] = useState(search.replace(/^\?/, ''));
  const finish = useFinishOpenid();
  const { mutate } = finish;
  const name = useInstallation().data?.openid?.name ?? '';
  const isSent = useRef(false);
  useEffect(() => {
    // An answer is taken once, and React may run this twice.
    if (isSent.current || answer === '') return;
    isSent.current = true;
    mutate({ answer });
    // Out of the address bar and the history: it is used up.
    void navigate(pathname, { replace: true });
  }, [answer, mutate, navigate, pathname]);
  if (answer === '') return <Navigate to="/sign-in" replace />;
  if (finish.isSuccess) return <Navigate to={keptWay()} replace />;
  if (finish.error === null) return <Front title={w.openid.under} lead={name === '' ? '' : w.openid.underLead(name)} />;
  if (finish.error instanceof ApiError && finish.error.code === 'secondFactorNeeded') return <OwnCode />;
  return (
    <Front title={w.signIn.title} lead="">
      <p className="note note-bad" role="alert">
        {messageOf(finish.error, speech)}
      </p>
      <ToSignIn />
    </Front>
  );
}

/** The provider asked for one factor alone, and the person has one here. */
function OwnCode() {
  const speech = useSpeech();
  const { w } = speech;
  const finish = useFinishOpenidByCode();
  const [code, setCode] = useState('');
  if (finish.isSuccess) return <Navigate to={keptWay()} replace />;
  return (
    <Front title={w.signIn.title} lead={w.openid.code}>
      <form
        className="form card"
        onSubmit={(event) => {
          event.preventDefault();
          finish.mutate({ code });
        }}
      >
        <ErrorSummary faults={faultsOf(finish.error, speech)} />
        <CodeField value={code} onChange={setCode} />
        <Button isMain isSubmit isBusy={finish.isPending}>
          {w.signIn.title}
        </Button>
      </form>
      <ToSignIn />
    </Front>
  );
}
