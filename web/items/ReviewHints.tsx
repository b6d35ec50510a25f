/** Above what a reviewer decides on: what should be looked at twice. */
import { Link } from 'react-router';
import type { ItemDetail } from '../../api/contract.ts';
import { useSpeech } from '../words.ts';

export function ReviewHints({ hints: { isStatementCopied, sharedFiles } }: { readonly hints: ItemDetail['hints'] }) {
  const { w } = useSpeech();
  if (!isStatementCopied && sharedFiles.length === 0) return null;
  return (
    <section className="note note-warn stack-8">
      <h2>{w.item.hints}</h2>
      <ul className="lines">
        {isStatementCopied ? <li>{w.item.copiedStatement}</li> : null}
        {sharedFiles.map(({ name, itemId, number }) => (
          <li key={`${name} ${itemId}`}>
            {w.item.sharedFile(name)} <Link to={`/items/${itemId}`}>{w.item.title(number)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
