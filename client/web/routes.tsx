/** Which address shows which page. The first pages come with the entry, what only admins need comes when it is asked for. */
import { createBrowserRouter, Navigate, useRouteError } from 'react-router';
import { Fault } from './parts/Fault.tsx';
import { Home, SignedIn } from './pages/home.tsx';
import { NotFound } from './pages/not-found.tsx';

const page = (load: () => Promise<{ default: () => React.ReactNode }>) => ({
  lazy: async () => ({ Component: (await load()).default }),
});

export const router = createBrowserRouter([
  { path: '/sign-in', ...page(() => import('./pages/sign-in.tsx')), hydrateFallbackElement: <span /> },
  {
    element: <SignedIn />,
    errorElement: <Crash />,
    hydrateFallbackElement: <span />,
    children: [
      { path: '/', element: <Home /> },
      { path: '/todo', ...page(() => import('./pages/todo.tsx')) },
      { path: '/rounds', ...page(() => import('./pages/rounds.tsx')) },
      { path: '/rounds/new', ...page(() => import('./pages/import.tsx')) },
      { path: '/rounds/:roundId', ...page(() => import('./pages/round.tsx')) },
      { path: '/rounds/:roundId/assign', ...page(() => import('./pages/assign.tsx')) },
      { path: '/rounds/:roundId/check', ...page(() => import('./pages/check.tsx')) },
      { path: '/items', element: <Navigate to="/todo" replace /> },
      { path: '/items/:itemId', ...page(() => import('./pages/item.tsx')) },
      { path: '/mails', ...page(() => import('./pages/mails.tsx')) },
      { path: '/people', ...page(() => import('./pages/people.tsx')) },
      { path: '/me', ...page(() => import('./pages/me.tsx')) },
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
