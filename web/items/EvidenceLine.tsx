/** A file handed in, beside what it proves: name, who, when, of which day. It is offered as a download, never shown inline. */
import { localDate } from '../../core/time.ts';
import type { Evidence } from '../../core/item/item.ts';
import { fileKind } from '../ui/files.ts';
import { useNames } from '../queries.ts';
import { useSpeech } from '../words.ts';

export function EvidenceLine({ file, itemId }: { readonly file: Evidence; readonly itemId: string }) {
  const { w, labels, tableDate } = useSpeech();
  const names = useNames();
  return (
    <p className="file">
      <span className="file-kind" aria-hidden="true">
        {fileKind(file.name)}
      </span>
      <a href={`/api/evidence/${file.id}?item=${itemId}`} download={file.name} aria-label={w.item.download(file.name)}>
        {file.name}
      </a>
      <span className="quiet small">{w.item.evidenceBy(names.person(file.by), tableDate(localDate(file.at)))}</span>
      {file.aboutOn === null ? null : (
        <span className="quiet small">
          {labels.fields.aboutOn}
          {w.colon}
          {tableDate(file.aboutOn)}
        </span>
      )}
    </p>
  );
}
