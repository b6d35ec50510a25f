/** Which address shows which page. The first pages come with the entry, what only admins need comes when it is asked for. */
import { createBrowserRouter, Navigate, useRouteError } from 'react-router';
import { Fault } from './ui/Fault.tsx';
import { Home, SignedIn } from './home.tsx';
import { NotFound } from './not-found.tsx';

const page = (load: () => Promise<{ default: () => React.ReactNode }>) => ({
  lazy: async () => ({ Component: (await load()).default }),
});

export const router = createBrowserRouter([
  { path: '/sign-in', ...page(() => import('./people/sign-in.tsx')), hydrateFallbackElement: <span /> },
  { path: '/forgotten', ...page(() => import('./people/forgotten.tsx')), hydrateFallbackElement: <span /> },
  { path: '/password', ...page(() => import('./people/password-link.tsx')), hydrateFallbackElement: <span /> },
  { path: '/second-factor', ...page(() => import('./people/second-factor.tsx')), hydrateFallbackElement: <span /> },
  {
    path: '/signed-in-elsewhere',
    ...page(() => import('./people/signed-in-elsewhere.tsx')),
    hydrateFallbackElement: <span />,
  },
  { path: '/set-up', ...page(() => import('./people/set-up.tsx')), hydrateFallbackElement: <span /> },
  {
    element: <SignedIn />,
    errorElement: <Crash />,
    hydrateFallbackElement: <span />,
    children: [
      { path: '/', element: <Home /> },
      { path: '/todo', ...page(() => import('./items/todo.tsx')) },
      { path: '/rounds', ...page(() => import('./rounds/rounds.tsx')) },
      { path: '/rounds/new', ...page(() => import('./rounds/import.tsx')) },
      { path: '/rounds/from-template', ...page(() => import('./rounds/from-template.tsx')) },
      { path: '/rounds/:roundId', ...page(() => import('./rounds/round.tsx')) },
      { path: '/rounds/:roundId/assign', ...page(() => import('./rounds/assign.tsx')) },
      { path: '/rounds/:roundId/check', ...page(() => import('./rounds/check.tsx')) },
      { path: '/rounds/:roundId/progress', ...page(() => import('./rounds/progress.tsx')) },
      { path: '/rounds/:roundId/rehearsal', ...page(() => import('./rounds/rehearsal/rehearsal.tsx')) },
      { path: '/rounds/:roundId/notice', ...page(() => import('./rounds/bulletin/bulletin.tsx')) },
      { path: '/items', element: <Navigate to="/todo" replace /> },
      { path: '/items/:itemId', ...page(() => import('./items/item.tsx')) },
      { path: '/mails', ...page(() => import('./mails/mails.tsx')) },
      { path: '/people', ...page(() => import('./people/people.tsx')) },
      { path: '/people/new', ...page(() => import('./people/new-person.tsx')) },
      { path: '/people/import', ...page(() => import('./people/import-people.tsx')) },
      { path: '/people/absences', ...page(() => import('./people/absences.tsx')) },
      { path: '/people/new-unit', ...page(() => import('./people/new-unit.tsx')) },
      { path: '/people/:personId/leave', ...page(() => import('./people/leave.tsx')) },
      { path: '/security', ...page(() => import('./people/security.tsx')) },
      { path: '/me', ...page(() => import('./people/me.tsx')) },
      { path: '*', element: <NotFound /> },
    ],
  },
]);

/** A page that could not be drawn or fetched at all. */
function Crash() {
  const error = useRouteError();
  return (
    <main className="main">
      <div className="page page-narrow">
        <Fault error={error} isPage retry={() => location.reload()} />
      </div>
    </main>
  );
}
