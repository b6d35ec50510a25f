/**
 * Typed words survive a reload, a lost connection and a session that ends: kept in the browser for the person who typed them.
 * Signing out on purpose takes them along, for the next person at this machine is another one.
 */
import { useCallback, useContext, useRef, useState } from 'react';
import { PersonContext } from './person-context.ts';

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

/** All that this person has typed and not sent. */
export function forgetDraftsOf(personId: string): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(`${prefix}${personId}.`)) localStorage.removeItem(key);
}

export type Change<Draft> = (part: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => void;

/** @param of what the draft is of; `wasKept` is true when an earlier one came back */
export function useDraft<Draft extends object>(of: string, blank: Draft) {
  const key = `${useContext(PersonContext)?.id ?? ''}.${of}`;
  const [kept] = useState(() => stored<Draft>(key));
  const [draft, setDraft] = useState<Draft>(kept === null ? blank : { ...blank, ...kept });
  // The draft of this moment: two changes may come before the page is drawn again.
  const latest = useRef(draft);
  const set = useCallback((changed: Draft) => {
    latest.current = changed;
    setDraft(changed);
  }, []);
  const change = useCallback<Change<Draft>>(
    (part) => {
      const changed = { ...latest.current, ...(typeof part === 'function' ? part(latest.current) : part) };
      store(key, changed);
      set(changed);
    },
    [key, set],
  );
  const forget = () => localStorage.removeItem(prefix + key);
  const reset = () => {
    forget();
    set(blank);
  };
  return { draft, change, forget, reset, wasKept: kept !== null };
}
