/** A query's three faces: a skeleton after 300 ms, the fault with a way on, the data. Old data stays while it is refreshed. */
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useSpeech } from '../words.ts';
import Button from './Button.tsx';
import { Fault } from './Fault.tsx';

interface Props<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
  /** Lines of the skeleton, about as many as the real layout has. */
  readonly lines?: number;
  readonly isPage?: boolean;
}

export function Loaded<Data>({ query, children, lines = 4, isPage = false }: Props<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null) return <Fault error={query.error} retry={() => void query.refetch()} isPage={isPage} />;
  return <Skeleton lines={lines} retry={() => void query.refetch()} />;
}

const stillAfterMs = 5_000;

export function Skeleton({ lines, retry }: { readonly lines: number; readonly retry?: () => void }) {
  const { w } = useSpeech();
  const [isStill, setStill] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStill(true), stillAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="stack" role="status" aria-label={w.loading.word}>
      {Array.from({ length: lines }, (_, line) => (
        <div
          key={line}
          className="skeleton"
          style={{ height: line === 0 ? 36 : 56, width: line === 0 ? '40%' : '100%' }}
        />
      ))}
      {isStill ? (
        <p className="row-16">
          {w.loading.still}
          {retry === undefined ? null : <Button onClick={retry}>{w.loading.retry}</Button>}
        </p>
      ) : null}
    </div>
  );
}
