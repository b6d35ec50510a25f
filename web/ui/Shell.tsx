/** The frame: header, the places this person can open, and the page. On phones the places are a bar below. */
import { Suspense } from 'react';
import { Link, NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router';
import type { Person } from '../../api/contract.ts';
import { otherLocale } from '../../core/i18n/locale-names.ts';
import { speechOf, useSpeech } from '../words.ts';
import { icons, Logo } from './icons.tsx';
import { Skeleton } from './Loaded.tsx';
import { Offline } from './Offline.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { LanguageSwitch, LargeSwitch } from './switches.tsx';

type Place = 'todo' | 'rounds' | 'mails' | 'people' | 'me';

/** Nobody sees a place that they cannot open. */
const placesOf = ({ roles }: Person): Place[] =>
  roles.includes('admin') ? ['rounds', 'todo', 'mails', 'people'] : ['todo', 'rounds', 'people'];

export function Shell({ person }: { readonly person: Person }) {
  const { w } = useSpeech();
  const { pathname } = useLocation();
  const places = placesOf(person);
  // On an item the bar below belongs to its act.
  const hasBar = !pathname.startsWith('/items/');
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {w.shell.skip}
      </a>
      <Header person={person} />
      <nav className="menu no-print" aria-label={w.shell.menu}>
        <ul>
          {places.map((place) => (
            <li key={place}>
              <Place place={place} />
            </li>
          ))}
        </ul>
      </nav>
      <main className="main" id="main" tabIndex={-1}>
        <Offline />
        <Suspense fallback={<Skeleton lines={4} />}>
          <Outlet />
        </Suspense>
      </main>
      {hasBar ? (
        <nav className="bar no-print" aria-label={w.shell.menu}>
          {[...places.filter((place) => place !== 'people'), 'me' as const].map((place) => (
            <Place key={place} place={place} />
          ))}
        </nav>
      ) : null}
      <ScrollRestoration />
    </div>
  );
}

function Place({ place }: { readonly place: Place }) {
  const { w } = useSpeech();
  return (
    <NavLink to={`/${place}`}>
      {icons[place]}
      <span>{w.shell.places[place]}</span>
    </NavLink>
  );
}

/** The product's name in the reader's language first, in the other one after. */
export function Brand() {
  const { locale, labels } = useSpeech();
  const other = speechOf(otherLocale(locale)).labels;
  return (
    <Link className="brand" to="/">
      <Logo />
      <span>
        {labels.things.product}
        <span className="brand-other"> · {other.things.product}</span>
      </span>
    </Link>
  );
}

function Header({ person }: { readonly person: Person }) {
  return (
    <header className="header">
      <Brand />
      <div className="header-tools no-print">
        <span className="wide-only">
          <LargeSwitch />
        </span>
        <LanguageSwitch />
        <span className="wide-only">
          <PersonMenu person={person} />
        </span>
      </div>
    </header>
  );
}
