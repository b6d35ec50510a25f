/** One file on its way: name, size, how far it is or why it was not accepted, for which measures it is and of which day. */
import type { Measure } from '../../../core/item/item.ts';
import { ApiError } from '../../api.ts';
import { size } from '../../../core/i18n/format.ts';
import { fileKind } from '../../ui/files.ts';
import { messageOf } from '../../ui/faults.ts';
import Button from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Meter } from '../../ui/Meter.tsx';
import { Ticks } from '../../ui/Ticks.tsx';
import { today, useSpeech } from '../../words.ts';
import { measureChoices } from './measure-choices.ts';
import type { Upload, useUploads } from './uploads.ts';

interface Props {
  readonly upload: Upload;
  readonly measures: readonly Measure[];
  readonly files: ReturnType<typeof useUploads>;
}

export function UploadRow({ upload, measures, files }: Props) {
  const speech = useSpeech();
  const words = speech.w.acts.files;
  const { key, file, percent, answer, error, measureIds } = upload;
  const isStopped = error instanceof ApiError && error.code === 'stopped';
  const isSending = answer === null && error === null;
  return (
    <li className="upload stack-8" id={`upload-${key}`} tabIndex={-1}>
      <div className="spread">
        <span>
          <span className="file-kind">{fileKind(file.name)}</span> {file.name}{' '}
          <span className="quiet small">{size(file.size)}</span>
        </span>
        <span className="row">
          {isSending ? <Button onClick={() => files.stop(key)}>{words.cancel}</Button> : null}
          {error === null ? null : <Button onClick={() => files.send(key, file)}>{speech.w.loading.retry}</Button>}
          {isSending ? null : <Button onClick={() => files.remove(key)}>{words.remove}</Button>}
        </span>
      </div>
      <div aria-live="polite" className="small">
        {isSending ? <Meter value={percent} total={100} words={words.sending(percent)} /> : null}
        {isSending ? <span className="quiet">{words.sending(percent)}</span> : null}
        {answer === null ? null : (
          <span className="quiet">{answer.isQuarantined ? words.quarantined : words.sent}</span>
        )}
        {error === null ? null : <p className="bad">{isStopped ? words.stopped : messageOf(error, speech)}</p>}
      </div>
      <Ticks
        id={`measures-${key}`}
        label={words.forMeasures}
        choices={measureChoices(measures)}
        ticked={measureIds}
        onChange={(ids) => files.set(key, { measureIds: ids })}
      />
      <Field id={`about-${key}`} label={speech.labels.fields.aboutOn} isOptional>
        <input
          id={`about-${key}`}
          type="date"
          max={today()}
          value={upload.aboutOn}
          onChange={({ target }) => files.set(key, { aboutOn: target.value })}
        />
      </Field>
    </li>
  );
}
