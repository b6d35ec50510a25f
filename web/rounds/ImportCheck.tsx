/** What was read from the document, to be checked and corrected before it becomes a round. */
import { useNavigate } from 'react-router';
import { china } from '../../core/rules/china.ts';
import type { Notice } from '../../core/round/notice.ts';
import { faultsOf } from '../ui/faults.ts';
import { importBody, placed, withTitle, type ImportDraft } from './import-draft.ts';
import { useImportRound } from '../mutations.ts';
import { useSpeech } from '../words.ts';
import Button from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { TextField } from '../ui/Field.tsx';
import { ImportItem } from './ImportItem.tsx';
import { Unplaced } from './Unplaced.tsx';
import { NoticeWarnings } from './NoticeWarnings.tsx';

interface Props {
  readonly draft: ImportDraft & { readonly notice: Notice };
  readonly change: (part: Partial<ImportDraft>) => void;
  readonly forget: () => void;
}

export function ImportCheck({ draft, change, forget }: Props) {
  const speech = useSpeech();
  const { w, labels } = speech;
  const navigate = useNavigate();
  const create = useImportRound();
  const { notice, immediate } = draft;
  const parts = placed(notice);
  const count = parts.reduce((sum, { items }) => sum + items.length, 0);
  const toggle = (position: number, isOn: boolean) =>
    change({ immediate: isOn ? [...immediate, position] : immediate.filter((other) => other !== position) });
  const submit = () =>
    create.mutate(importBody(draft), {
      onSuccess: ({ id }) => {
        forget();
        void navigate(`/rounds/${id}/assign`);
      },
    });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary faults={faultsOf(create.error, speech)} />
      <NoticeWarnings warnings={draft.warnings} />
      <section className="card form">
        <h2>{w.wizard.found(parts.length, count)}</h2>
        <NoticeFacts notice={notice} />
        <TextField id="title" label={w.wizard.roundTitle} value={draft.title} onChange={(title) => change({ title })} />
        <DateField
          id="startsOn"
          label={labels.things.startsOn}
          hint={notice.dates.feedback === null ? w.wizard.startsOnHint : w.wizard.inDocument(notice.dates.feedback)}
          value={draft.startsOn}
          calendar={china}
          onChange={(startsOn) => change({ startsOn })}
        />
      </section>
      {parts.map(({ heading, items }, index) => (
        <section key={index} className="card stack">
          <div className="spread">
            <h2>{heading ?? labels.things.items}</h2>
            <span className="quiet">{w.wizard.items(items.length)}</span>
          </div>
          <ol className="measure-list">
            {items.map(({ item, position }) => (
              <ImportItem
                key={position}
                item={item}
                position={position}
                said={notice.responsibilities?.find((one) => one.position === position)}
                isImmediate={immediate.includes(position)}
                setTitle={(title) => change({ notice: withTitle(notice, position, title) })}
                setImmediate={(isOn) => toggle(position, isOn)}
              />
            ))}
          </ol>
        </section>
      ))}
      <Unplaced notice={notice} />
      <div className="row">
        <Button isMain isSubmit isBusy={create.isPending}>
          {w.wizard.create}
        </Button>
        <Button onClick={() => change({ notice: null })}>{w.wizard.back}</Button>
        <span className="quiet small">{w.wizard.saved}</span>
      </div>
    </form>
  );
}

function NoticeFacts({ notice }: { readonly notice: Notice }) {
  const { w, labels } = useSpeech();
  const facts = [
    [w.wizard.organ, notice.organ],
    [w.wizard.team, notice.inspectionTeam],
    [w.wizard.body, notice.inspectedBody],
    [labels.noticeDates.inspection, notice.dates.inspection],
    [labels.noticeDates.feedback, notice.dates.feedback],
  ] as const;
  return (
    <dl className="facts-list facts-left">
      {facts.map(([words, said]) => (
        <div key={words} style={{ display: 'contents' }}>
          <dt>{words}</dt>
          <dd>{said ?? <span className="quiet">{w.wizard.notSaid}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
