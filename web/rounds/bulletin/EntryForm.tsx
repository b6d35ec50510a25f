/** What is decided about one item. What is typed is kept in the browser until it is saved as a version. */
import type { BulletinDraftItem } from '../../../api/contract.ts';
import { bulletinChoices } from '../../../core/round/bulletin.ts';
import Button from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { faultsOf } from '../../ui/faults.ts';
import { TextField } from '../../ui/Field.tsx';
import { useDraft } from '../../ui/kept-draft.ts';
import { useSetEntry } from '../../mutations.ts';
import { useSpeech } from '../../words.ts';
import { entryBody, entryDraft, isUnsaved, type EntryDraft } from './entry-draft.ts';

export interface EntryProps {
  readonly roundId: string;
  readonly item: BulletinDraftItem;
}

export function EntryForm({ roundId, item }: EntryProps) {
  const speech = useSpeech();
  const { w, labels } = speech;
  const { draft, change, forget, reset } = useDraft<EntryDraft>(`bulletin.${item.id}`, entryDraft(item));
  const save = useSetEntry(roundId, item.id);
  const newest = item.versions.at(-1);
  const isOld = newest !== undefined && newest.over !== null && newest.over !== item.unitsWords;
  const drop = () => {
    save.reset();
    reset();
  };
  return (
    <form
      className="card form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(entryBody(draft), { onSuccess: forget });
      }}
    >
      <ErrorSummary faults={faultsOf(save.error, speech)} />
      <fieldset className="field">
        <legend>{labels.bulletinTerms.choice}</legend>
        <div className="ticks">
          {bulletinChoices.map((choice) => (
            <label key={choice} className="entry-radio">
              <input type="radio" name="choice" checked={draft.choice === choice} onChange={() => change({ choice })} />
              <span>
                <strong>{labels.bulletinChoices[choice]}</strong> <span>{w.bulletin.choiceHint[choice]}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {draft.choice === 'publish' ? (
        <>
          {isOld ? <p className="note note-warn">{w.bulletin.unitSaysOtherwise}</p> : null}
          <TextField
            id="own-title"
            label={labels.bulletinTerms.ownTitle}
            hint={w.bulletin.emptyIs}
            isOptional
            rows={2}
            value={draft.title}
            onChange={(title) => change({ title })}
          />
          {draft.title === '' ? <Take words={item.title} onTake={(title) => change({ title })} of="own-title" /> : null}
          <TextField
            id="own-result"
            label={labels.bulletinTerms.ownResult}
            hint={w.bulletin.emptyResultIs}
            isOptional
            rows={5}
            value={draft.result}
            onChange={(result) => change({ result })}
          />
          {draft.result === '' && item.unitsWords !== '' ? (
            <Take words={item.unitsWords} onTake={(result) => change({ result })} of="own-result" />
          ) : null}
        </>
      ) : (
        <TextField
          id="reason"
          label={labels.fields.reason}
          hint={w.bulletin.reasonHint}
          rows={2}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
        />
      )}
      <div className="row">
        <Button isMain isSubmit isBusy={save.isPending}>
          {w.bulletin.save}
        </Button>
        {isUnsaved(draft, item) ? (
          <>
            <Button onClick={drop}>{w.bulletin.undo}</Button>
            <span className="quiet small">{w.bulletin.unsaved}</span>
          </>
        ) : null}
      </div>
    </form>
  );
}

interface TakeProps {
  readonly words: string;
  readonly of: string;
  readonly onTake: (words: string) => void;
}

/** The words that are there, as a beginning. */
function Take({ words, of, onTake }: TakeProps) {
  const { w } = useSpeech();
  const take = () => {
    onTake(words);
    document.getElementById(of)?.focus();
  };
  return (
    <p className="entry-take">
      <Button onClick={take}>{w.bulletin.take}</Button>
    </p>
  );
}
