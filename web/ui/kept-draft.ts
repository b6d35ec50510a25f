/** Typed words survive a reload, a lost connection and being signed out: kept in the browser per item and act. */
import { useState } from 'react';

const prefix = 'rectify.draft.';

function stored<Draft>(key: string): Draft | null {
  try {
    const text = localStorage.getItem(prefix + key);
    return text === null ? null : (JSON.parse(text) as Draft);
  } catch {
    return null;
  }
}

function store(key: string, draft: unknown): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(draft));
  } catch {
    // A full or forbidden store costs the copy, not the form.
  }
}

/** @param key names the draft; `wasKept` is true when an earlier one came back */
export function useDraft<Draft extends object>(key: string, blank: Draft) {
  const [kept] = useState(() => stored<Draft>(key));
  const [draft, setDraft] = useState<Draft>(kept === null ? blank : { ...blank, ...kept });
  const change = (part: Partial<Draft>) => {
    const changed = { ...draft, ...part };
    store(key, changed);
    setDraft(changed);
  };
  const forget = () => localStorage.removeItem(prefix + key);
  const reset = () => {
    forget();
    setDraft(blank);
  };
  return { draft, change, forget, reset, wasKept: kept !== null };
}
