/** The pages before anybody is signed in: the house's name, the switches, one thing to do. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTitle } from '../ui/PageHead.tsx';
import { Brand } from '../ui/Shell.tsx';
import { useSpeech } from '../words.ts';
import { LanguageSwitch, LargeSwitch } from '../ui/switches.tsx';

/** From a page about a password back to where it is used. */
export function ToSignIn() {
  const { w } = useSpeech();
  return (
    <p>
      <Link to="/sign-in">{w.account.toSignIn}</Link>
    </p>
  );
}

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly children?: ReactNode;
}

export function Front({ title, lead, children }: Props) {
  useTitle(title);
  return (
    <>
      <header className="header">
        <Brand />
        <div className="header-tools">
          <LargeSwitch />
          <LanguageSwitch />
        </div>
      </header>
      <main className="sign-in" id="main">
        <div>
          <h1>{title}</h1>
          <p className="quiet">{lead}</p>
        </div>
        {children}
      </main>
    </>
  );
}
