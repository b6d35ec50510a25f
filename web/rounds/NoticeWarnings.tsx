/** What a reader should look at again, in sentences with the numbers that do not agree. */
import { useSpeech } from '../words.ts';

export function NoticeWarnings({ warnings }: { readonly warnings: readonly string[] }) {
  const { w } = useSpeech();
  if (warnings.length === 0) return null;
  return (
    <section className="note note-warn stack-8">
      <h2>{w.wizard.warnings(warnings.length)}</h2>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </section>
  );
}
