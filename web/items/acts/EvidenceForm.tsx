/** Handing in evidence: choose files, say for which measures, hand in. Each file is one command, so one refusal stops no other. */
import { useState } from 'react';
import type { ItemDetail } from '../../../api/contract.ts';
import { ApiError } from '../../api.ts';
import { newCommandId } from '../../ui/command-id.ts';
import { messageOf } from '../../ui/faults.ts';
import { useInPlaceOf } from '../../in-place-of.ts';
import { useAct } from '../../mutations.ts';
import Button from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { FilePicker } from '../../ui/FilePicker.tsx';
import type { FormFault } from '../../ui/faults.ts';
import { useSpeech } from '../../words.ts';
import { UploadRow } from './UploadRow.tsx';
import { useUploads } from './uploads.ts';

interface Props {
  readonly detail: ItemDetail;
  readonly done: () => void;
  readonly close: () => void;
}

export function EvidenceForm({ detail, done, close }: Props) {
  const speech = useSpeech();
  const { w, labels } = speech;
  const { measures } = detail.item;
  const absentId = useInPlaceOf();
  const firstGuess = measures.length === 1 ? measures.map(({ id }) => id) : [];
  const files = useUploads(detail.id, absentId, firstGuess);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [isBusy, setBusy] = useState(false);
  const { mutateAsync } = useAct(detail.id, absentId);

  const submit = async () => {
    const missing = faultsOf(files.uploads, speech);
    setFaults(missing);
    if (missing.length > 0) return;
    setBusy(true);
    const refused: FormFault[] = files.uploads.flatMap(({ key, error }) =>
      error === null ? [] : [{ field: `upload-${key}`, message: messageOf(error, speech) }],
    );
    for (const { key, answer, measureIds, aboutOn, commandId } of files.uploads) {
      if (answer === null) continue;
      try {
        const body = { commandId, evidenceId: answer.id, measureIds, aboutOn: aboutOn === '' ? null : aboutOn };
        await mutateAsync({ act: 'addEvidence', body });
        files.remove(key);
      } catch (error) {
        if (error instanceof ApiError && error.status >= 400) files.set(key, { commandId: newCommandId() });
        refused.push({ field: `upload-${key}`, message: messageOf(error, speech) });
      }
    }
    setBusy(false);
    setFaults(refused);
    if (refused.length === 0) done();
  };

  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary faults={faults} />
      <p className="note">{w.acts.explain.addEvidence}</p>
      <div className="field" id="files" tabIndex={-1}>
        <div className="row">
          <FilePicker words={w.acts.files.photo} accept="image/*" onChoose={files.add} />
          <FilePicker words={w.acts.files.choose} isMany onChoose={files.add} />
        </div>
        <ul>
          {files.uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} measures={measures} files={files} />
          ))}
        </ul>
      </div>
      <div className="sheet-foot">
        <Button isMain isSubmit isBusy={isBusy} className="main">
          {files.uploads.length > 1 ? w.acts.files.submit(files.uploads.length) : labels.acts.addEvidence}
        </Button>
        <Button onClick={close}>{w.acts.cancel}</Button>
      </div>
    </form>
  );
}

function faultsOf(uploads: ReturnType<typeof useUploads>['uploads'], { w }: ReturnType<typeof useSpeech>): FormFault[] {
  const words = w.acts.files;
  // What was not accepted stays in the list with its reason, and keeps none of the others back.
  const accepted = uploads.filter(({ error }) => error === null);
  if (accepted.length === 0) return [{ field: 'files', message: words.none }];
  if (accepted.some(({ answer }) => answer === null)) return [{ field: 'files', message: words.unfinished }];
  return accepted
    .filter(({ measureIds }) => measureIds.length === 0)
    .map(({ key, file }) => ({ field: `upload-${key}`, message: words.noMeasure(file.name) }));
}
