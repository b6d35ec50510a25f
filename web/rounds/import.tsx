/** A document becomes a round, first half: paste or choose it, then check what was read. The draft is kept on this device. */
import { useDraft, type Change } from '../ui/kept-draft.ts';
import { messageOf } from '../ui/faults.ts';
import { blankImport, readInto, type ImportDraft } from './import-draft.ts';
import { usePreview, usePreviewFile } from '../mutations.ts';
import Button from '../ui/Button.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FilePicker } from '../ui/FilePicker.tsx';
import { ImportCheck } from './ImportCheck.tsx';
import { TextField } from '../ui/Field.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { WizardSteps } from './WizardSteps.tsx';
import { useSpeech } from '../words.ts';

export default function ImportPage() {
  const { w, labels } = useSpeech();
  const { draft, change, forget } = useDraft<ImportDraft>('import', blankImport);
  const notice = draft.isBack ? null : draft.notice;
  return (
    <div className={notice === null ? 'page' : 'page page-broad'}>
      <PageHead title={w.rounds.new} crumbs={[{ to: '/rounds', words: labels.things.rounds }]} />
      <WizardSteps here={notice === null ? 0 : 1} />
      {notice === null ? (
        <Source source={draft.source} change={change} />
      ) : (
        <ImportCheck draft={{ ...draft, notice }} change={change} forget={forget} />
      )}
    </div>
  );
}

interface SourceProps {
  readonly source: string;
  readonly change: Change<ImportDraft>;
}

function Source({ source, change }: SourceProps) {
  const speech = useSpeech();
  const { w, labels } = speech;
  const preview = usePreview();
  const upload = usePreviewFile();
  const error = upload.error ?? preview.error;
  const message = error === null ? null : messageOf(error, speech);
  const choose = async (file: File) => {
    upload.reset();
    const text = await textOf(file);
    if (text !== null) change({ source: text });
    else upload.mutate(file, { onSuccess: ({ source, ...read }) => change((draft) => readInto(draft, source, read)) });
  };
  return (
    <form
      className="form card"
      onSubmit={(event) => {
        event.preventDefault();
        preview.mutate(source, { onSuccess: (preview) => change((draft) => readInto(draft, source, preview)) });
      }}
    >
      <ErrorSummary faults={message === null ? [] : [{ field: 'source', message }]} />
      <TextField
        id="source"
        label={labels.things.feedbackDocument}
        hint={w.wizard.sourceHint}
        rows={10}
        isLong
        value={source}
        onChange={(text) => change({ source: text })}
      />
      <div className="row">
        <Button isMain isSubmit isBusy={preview.isPending || upload.isPending}>
          {w.wizard.read}
        </Button>
        <FilePicker words={w.wizard.choose} accept={accepted} onChoose={([file]) => void choose(file)} />
        {source === '' ? null : <span className="quiet small">{w.wizard.saved}</span>}
      </div>
    </form>
  );
}

const accepted = '.txt,.md,.docx,.docm,.xlsx,.xlsm,.pdf,.html,.htm,.rtf,text/plain,text/markdown';

/** Plain text is shown before it is read. Null for other files, which the server reads: Word, Excel, PDF, web pages, RTF. */
async function textOf(file: File): Promise<string | null> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return text.includes('\0') || /^\s*(?:<|\{\\rtf|%PDF)/.test(text) ? null : text;
  } catch {
    return null;
  }
}
