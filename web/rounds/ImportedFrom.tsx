/** Which file a round was made of, for whoever may see the document. */
import type { RoundDetail } from '../../api/contract.ts';
import { useSpeech } from '../words.ts';

export function ImportedFrom({ round: { imported } }: { readonly round: Pick<RoundDetail, 'imported'> }) {
  const { w, dateTime } = useSpeech();
  if (imported === null || imported.file === null) return null;
  const { name, sha256 } = imported.file;
  return (
    <p className="quiet small" style={{ overflowWrap: 'anywhere' }}>
      {w.handIn.source(name, dateTime(imported.at))} {w.handIn.hash(sha256)}
    </p>
  );
}
