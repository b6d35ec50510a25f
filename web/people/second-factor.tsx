/** The one page of somebody who decides and must see to a second factor first. */
import { Navigate } from 'react-router';
import { SignOutButton } from '../ui/PersonMenu.tsx';
import { useSession } from '../queries.ts';
import { useSpeech } from '../words.ts';
import { Front } from './front.tsx';
import { SecondFactor } from './SecondFactor.tsx';

export default function SecondFactorPage() {
  const { w } = useSpeech();
  const person = useSession().data;
  if (person === null || person?.owesSecondFactor === false) return <Navigate to="/" replace />;
  return (
    <Front title={w.secondFactor.first} lead={w.secondFactor.owed}>
      {person === undefined ? null : (
        <>
          <SecondFactor />
          <p>
            <SignOutButton person={person} />
          </p>
        </>
      )}
    </Front>
  );
}
