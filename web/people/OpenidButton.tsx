/** The way to the identity provider, beside the form for the password. */
import { keepWay } from './way-back.ts';
import Button from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { faultsOf } from '../ui/faults.ts';
import { useBeginOpenid } from '../mutations.ts';
import { useSpeech } from '../words.ts';

export function OpenidButton({ name, to }: { readonly name: string; readonly to: string | null }) {
  const speech = useSpeech();
  const begin = useBeginOpenid();
  const leave = ({ address }: { readonly address: string }) => {
    keepWay(to);
    location.assign(address);
  };
  return (
    <section className="card stack">
      <ErrorSummary faults={faultsOf(begin.error, speech)} />
      <Button isBusy={begin.isPending} onClick={() => begin.mutate(undefined, { onSuccess: leave })}>
        {speech.w.openid.signIn(name)}
      </Button>
    </section>
  );
}
