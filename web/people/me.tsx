/** 我的: one's own account, and on phones what the header holds on wide screens. */
import { Link } from 'react-router';
import { PageHead } from '../ui/PageHead.tsx';
import { PersonFacts, SignOutButton } from '../ui/PersonMenu.tsx';
import { LanguageSwitch, LargeSwitch } from '../ui/switches.tsx';
import { useSpeech } from '../words.ts';
import { AbsenceList } from './AbsenceList.tsx';
import { OwnPassword, OwnSessions } from './OwnAccount.tsx';
import { OwnOpenid } from './OwnOpenid.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { usePerson } from '../home.tsx';

export default function MePage() {
  const { w } = useSpeech();
  const person = usePerson();
  return (
    <div className="page page-narrow stack">
      <PageHead title={w.shell.places.me} />
      <section className="card stack">
        <PersonFacts person={person} />
        <div className="row bordered">
          <LargeSwitch />
          <LanguageSwitch />
        </div>
        <p>
          <Link to="/people">{w.people.title}</Link>
        </p>
        <SignOutButton person={person} />
      </section>
      <AbsenceList />
      <OwnPassword />
      <SecondFactor />
      <OwnOpenid />
      <OwnSessions />
    </div>
  );
}
