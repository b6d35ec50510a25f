/** A file handed in, beside what it proves: name, who, when, of which day. It is offered as a download, never shown inline. */
import { localDate } from '../../core/time.ts';
import type { Evidence } from '../../core/item/item.ts';
import type { ItemDetail } from '../../api/contract.ts';
import { doerText } from '../../core/i18n/doer.ts';
import { inPlaceOf, useInPlaceOf } from '../in-place-of.ts';
import { fileKind } from '../ui/files.ts';
import { useNames } from '../queries.ts';
import { useSpeech } from '../words.ts';

interface Props {
  readonly file: Evidence;
  readonly detail: Pick<ItemDetail, 'id' | 'heldBack'>;
}

export function EvidenceLine({ file, detail }: Props) {
  const held = detail.heldBack.find(({ evidenceId }) => evidenceId === file.id);
  const { w, labels, locale, tableDate } = useSpeech();
  const absentId = useInPlaceOf();
  const names = useNames();
  return (
    <p className="file">
      <span className="file-kind" aria-hidden="true">
        {fileKind(file.name)}
      </span>
      {held === undefined ? (
        <a
          href={inPlaceOf(`/api/evidence/${file.id}?item=${detail.id}`, absentId)}
          download={file.name}
          aria-label={w.item.download(file.name)}
        >
          {file.name}
        </a>
      ) : (
        <>
          {file.name} <span className="bad small">{w.item.heldBack[held.because]}</span>
        </>
      )}
      <span className="quiet small">
        {w.item.evidenceBy(doerText(file, locale, names.person), tableDate(localDate(file.at)))}
      </span>
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
