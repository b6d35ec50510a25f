/**
 * What stops a form, on top of it: the title, then one line a fault, each leading to its field. Focus moves here, so that a
 * reader with a screen reader hears it; what was typed is still in the form.
 */
import { useEffect, useRef } from 'react';
import type { FormFault } from './faults.ts';
import { useSpeech } from '../words.ts';

export function ErrorSummary({ faults }: { readonly faults: readonly FormFault[] }) {
  const { labels, w } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) box.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  const isOfFields = faults.some(({ field }) => field !== null);
  return (
    <div className="note note-bad" ref={box} tabIndex={-1} role="alert">
      <h3>{isOfFields ? labels.errors.problem(faults.length) : labels.errors.notAllowed}</h3>
      <ul className="lines">
        {faults.map(({ field, message }) => (
          <li key={`${field}${message}`}>
            {field === null ? (
              message
            ) : (
              <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
      <span className="visually-hidden">{w.errors.titlePrefix(faults.length)}</span>
    </div>
  );
}

function goTo(event: { preventDefault: () => void }, id: string): void {
  event.preventDefault();
  const field = document.getElementById(id);
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
}
