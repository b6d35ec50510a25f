/** Who is signed in, as whom, and the way out. */
import { Link, useNavigate } from 'react-router';
import type { Person } from '../../api/contract.ts';
import { useSignOut } from '../mutations.ts';
import { useNames } from '../queries.ts';
import { useSpeech } from '../words.ts';
import Button from './Button.tsx';
import { forgetDraftsOf } from './kept-draft.ts';
import { Popup } from './Popup.tsx';

export function PersonFacts({ person }: { readonly person: Person }) {
  const { labels, list } = useSpeech();
  const names = useNames();
  const roles = list(person.roles.map((role) => labels.roles[role]));
  return (
    <div>
      <p>
        <strong>{person.name}</strong>
      </p>
      <p className="quiet">{[roles, names.unit(person.unitId)].filter((part) => part !== '').join(' · ')}</p>
      <p className="quiet small">{person.email}</p>
    </div>
  );
}

export function SignOutButton({ person }: { readonly person: Person }) {
  const { w } = useSpeech();
  const signOut = useSignOut();
  const navigate = useNavigate();
  // Who signs out on purpose does not send the next person to the page that was left.
  const leave = async () => {
    const there = await signOut.mutateAsync();
    forgetDraftsOf(person.id);
    if (there === null) await navigate('/sign-in', { replace: true });
    else location.assign(there.address);
  };
  return (
    <Button isBusy={signOut.isPending} onClick={() => void leave()}>
      {w.shell.signOut}
    </Button>
  );
}

export function PersonMenu({ person }: { readonly person: Person }) {
  const { w } = useSpeech();
  return (
    <Popup
      buttonClass="tool"
      label={w.shell.person(person.name)}
      title={w.shell.places.me}
      side="right"
      button={
        <>
          {person.name} <span aria-hidden="true">▾</span>
        </>
      }
    >
      <div className="person-menu">
        <PersonFacts person={person} />
        <Link to="/me">{w.account.own}</Link>
        <hr />
        <SignOutButton person={person} />
      </div>
    </Popup>
  );
}
