/** Whether one may sign in at the identity provider: an admin decides. */
import { Loaded } from '../ui/Loaded.tsx';
import { useInstallation, useOwnOpenid } from '../queries.ts';
import { useSpeech } from '../words.ts';

export function OwnOpenid() {
  const provider = useInstallation().data?.openid ?? null;
  return provider === null ? null : <Offered name={provider.name} />;
}

function Offered({ name }: { readonly name: string }) {
  const { w, labels } = useSpeech();
  return (
    <section className="card stack">
      <h2>{labels.things.singleSignOn}</h2>
      <Loaded query={useOwnOpenid()} lines={1}>
        {({ state }) => <p>{w.openid.own[state](name)}</p>}
      </Loaded>
    </section>
  );
}
