/** An admin lets a person sign in at the identity provider, or no longer. Where none is set up there is nothing to show. */
import Button from '../ui/Button.tsx';
import { faultsOf } from '../ui/faults.ts';
import { useAllowOpenid } from '../mutations.ts';
import { useInstallation, useOpenidLinks } from '../queries.ts';
import { useSpeech } from '../words.ts';

export function OpenidAct({ personId }: { readonly personId: string }) {
  const speech = useSpeech();
  const { w } = speech;
  const isOffered = (useInstallation().data?.openid ?? null) !== null;
  const links = useOpenidLinks(isOffered).data;
  const change = useAllowOpenid(personId);
  const [fault] = faultsOf(change.error, speech);
  if (!isOffered || links === undefined) return null;
  const link = links.find((one) => one.personId === personId);
  return (
    <>
      {fault === undefined ? null : <span className="fault">{fault.message}</span>}
      {link?.state === 'allowed' ? <span role="status">{w.openid.unused}</span> : null}
      <Button
        isText
        className="plain-act"
        isBusy={change.isPending}
        onClick={() => change.mutate({ isAllowed: link === undefined })}
      >
        {link === undefined ? w.openid.allow : w.openid.remove}
      </Button>
    </>
  );
}
