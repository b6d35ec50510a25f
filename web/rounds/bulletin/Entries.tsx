/** The items of a notice in a list, and the one that is looked at. */
import { useState } from 'react';
import type { BulletinDrafting } from '../../../api/contract.ts';
import { useSpeech } from '../../words.ts';
import { choiceOf, isWaiting } from './entry-draft.ts';
import { EntryPanel } from './EntryPanel.tsx';

export function Entries({ draft }: { readonly draft: BulletinDrafting }) {
  const { w, labels } = useSpeech();
  const [shownId, show] = useState(draft.items[0]?.id ?? '');
  const shown = draft.items.find(({ id }) => id === shownId);
  const open = (id: string) => {
    show(id);
    requestAnimationFrame(() => document.getElementById('entry')?.focus());
  };
  return (
    <div className="entries">
      <nav className="entry-list" aria-label={w.bulletin.list}>
        <ul>
          {draft.items.map((item) => (
            <li key={item.id}>
              <button
                type="button"
                className="entry-name"
                aria-current={item.id === shownId}
                onClick={() => open(item.id)}
              >
                <span className="index">{item.number}</span>
                <span>{item.title}</span>
                <span className="entry-choice small">
                  {labels.bulletinChoices[choiceOf(item)]}
                  {isWaiting(item) ? (
                    <>
                      {w.separator}
                      <strong>{labels.bulletinTerms.toApprove}</strong>
                    </>
                  ) : null}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {shown === undefined ? null : (
        <EntryPanel
          key={`${shown.id} ${shown.versions.at(-1)?.version ?? 0}`}
          roundId={draft.roundId}
          item={shown}
          mayEdit={draft.mayEdit}
        />
      )}
    </div>
  );
}
