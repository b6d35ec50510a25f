/** A line on top while the browser has no network: what was typed stays, nothing was submitted. */
import { useSyncExternalStore } from 'react';
import { useSpeech } from '../words.ts';

function subscribe(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

export function Offline() {
  const { w } = useSpeech();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (isOnline) return null;
  return (
    <p className="note note-warn" role="status" style={{ marginBottom: 16 }}>
      <strong>{w.errors.offline}</strong>
      {w.stop} {w.errors.offlineText}
    </p>
  );
}
