/** An item that is not as it was written says so wherever it is listed. */
import type { ItemRow } from '../../api/contract.ts';
import { useSpeech } from '../words.ts';

export function BrokenMark({ row }: { readonly row: ItemRow }) {
  const { labels } = useSpeech();
  return row.isBroken ? <span className="broken small">⚠ {labels.faultKinds.broken}</span> : null;
}
