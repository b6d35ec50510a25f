/** The head of a page: where it lies, what it is, one line of facts, its main act. The heading is the window's title too. */
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useSpeech } from '../words.ts';

interface Props {
  readonly title: string;
  readonly facts?: ReactNode;
  readonly crumbs?: readonly { readonly to: string; readonly words: string }[];
  readonly children?: ReactNode;
}

export function PageHead({ title, facts, crumbs = [], children }: Props) {
  const { w } = useSpeech();
  useTitle(title);
  return (
    <header className="page-head">
      <div className="page-head-words">
        {crumbs.length === 0 ? null : (
          <nav aria-label={w.shell.breadcrumb}>
            <ol className="crumbs no-print">
              {crumbs.map(({ to, words }) => (
                <li key={to}>
                  <Link to={to}>{words}</Link>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1>{title}</h1>
        {facts === undefined ? null : <p className="facts">{facts}</p>}
      </div>
      {children === undefined || children === null ? null : (
        <div className="page-head-act row no-print">{children}</div>
      )}
    </header>
  );
}

export function useTitle(title: string): void {
  const { w, labels } = useSpeech();
  useEffect(() => {
    document.title = `${title} · ${labels.things.product}`;
  }, [title, w]);
}
