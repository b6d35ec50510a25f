/** Who may come in, and where each role begins. */
import { useContext } from 'react';
import { Navigate, useLocation } from 'react-router';
import type { Person } from '../api/contract.ts';
import { Skeleton } from './ui/Loaded.tsx';
import { Fault } from './ui/Fault.tsx';
import { PersonContext } from './ui/person-context.ts';
import { Shell } from './ui/Shell.tsx';
import { useSession } from './queries.ts';

/** The person who is signed in; only pages inside {@link SignedIn} may ask. */
export function usePerson(): Person {
  const person = useContext(PersonContext);
  if (person === null) throw new Error('usePerson outside of SignedIn');
  return person;
}

export function SignedIn() {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.data === undefined)
    return (
      <main className="main">
        <div className="page page-narrow">
          {session.error === null ? (
            <Skeleton lines={4} />
          ) : (
            <Fault error={session.error} isPage retry={() => void session.refetch()} />
          )}
        </div>
      </main>
    );
  // From a mail straight to the item meant: the way back is kept over the sign-in.
  if (session.data === null) {
    const to = pathname === '/' ? '' : `?to=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${to}`} replace />;
  }
  if (session.data.owesSecondFactor) return <Navigate to="/second-factor" replace />;
  return (
    <PersonContext value={session.data}>
      <Shell person={session.data} />
    </PersonContext>
  );
}

const homeOf = ({ roles }: Person): string => (roles.includes('admin') ? '/rounds' : '/todo');

export const Home = () => <Navigate to={homeOf(usePerson())} replace />;
