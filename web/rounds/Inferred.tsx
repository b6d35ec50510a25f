/** A calm mark at what the document does not say in so many words, with why it is taken to say it. */
import type { Ground } from '../../core/round/grounds.ts';
import { useSpeech } from '../words.ts';

export function Inferred({ ground }: { readonly ground: Ground | undefined }) {
  const { w } = useSpeech();
  if (ground?.why === undefined) return null;
  return <span className="inferred small">{w.wizard.inferred(w.wizard.inferences[ground.why])}</span>;
}
